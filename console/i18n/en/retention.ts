import type { Translation } from '../i18n.types.ts'
import type { retention as source } from '../zh-CN/retention.ts'

/** How long data is kept: its kinds. */
export const retention: Translation<typeof source> = {
  'retention.recordings': 'Recordings of calls and messages',
  'retention.transcripts': 'Transcripts of calls',
  'retention.texts': 'Texts',
  'retention.strayTexts': 'Texts to unknown numbers',
  'retention.contacts': 'Contacts without a ticket',
  'retention.tickets': 'Tickets that are over',
  'retention.citizens': 'Citizens',
  'retention.uploads': 'Uploads nobody used',
  'retention.drafts': 'Drafts nobody filed',
  'retention.audit': 'Audit',
  'retention.sessions': 'Ended sessions',
  'retention.verifications': 'Unfinished sign-in steps',
  'retention.signInTries': 'Failed sign-in tries',
  'retention.signInPlaces': 'Known devices and addresses',
  'retention.liveEvents': 'Live events',
  'retention.effects': 'Finished outgoing effects',
  'retention.webhookKeys': 'Keys of carrier webhooks',
  'retention.files': 'Files that nothing names',
  'retention.networkLogs': 'Network logs',
}
