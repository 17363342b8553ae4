import {
  eraseContacts,
  eraseContactsOf,
  eraseContactsOfTickets,
  findOldContacts,
  sweepDrafts,
  waitsForDecision,
} from './old-contacts.store.ts'
import type { Notices } from '../notices/notices.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Tickets } from '../tickets/tickets.ts'
import { createDrafts, type DraftDeps } from './drafts.ts'
import { createFiling } from './file-contact.ts'
import { fileTicket, type FileDeps } from './file-ticket.ts'
import { fileWaitingIn } from './file-waiting.ts'
import { listContacts } from './list-contacts.ts'
import { takeReport, type ReportDeps } from './report.ts'
import { hearWithLately } from './said-lately.ts'
import { takeReportIn } from './take-report.ts'
import { takeTranscript } from './take-transcript.ts'

export interface ContactsDeps extends WriteDeps, FileDeps, ReportDeps {
  citizens: FileDeps['citizens'] & ReportDeps['citizens']
  tickets: Pick<
    Tickets,
    'openTicketIn' | 'openTicketsOf' | 'act' | 'ticketOf' | 'lookAlikes' | 'claimFilesIn' | 'fileTypesIn'
  >
  notices: Pick<Notices, 'tell' | 'render'>
  deskNotices: FileDeps['deskNotices'] & DraftDeps['deskNotices']
}

/**
 * Contacts: whoever turns to the hotline, by whatever channel, and what becomes of it. A channel brings words, a sender and attachments;
 * a room that must do something when a contact is filed registers with `onFiled`.
 */
export const createContacts = (deps: ContactsDeps) => {
  const filing = createFiling()
  return {
    ...filing,
    /** What a channel calls with what it brought; see report.ts. */
    report: takeReport(deps),
    /** The same within a transaction of the channel's own. */
    takeReportIn: takeReportIn(deps),
    takeTranscript: takeTranscript(deps),
    /** For a channel that must know of a danger before it decides what a text is. */
    hearWithLately: hearWithLately(deps),
    fileWaitingIn: fileWaitingIn(deps, filing),
    /** The agent's form; see file-ticket.ts. */
    fileTicket: fileTicket(deps, filing),
    /** What a citizen said before, a page at a time. */
    list: listContacts(deps),
    drafts: createDrafts(deps),
    sweeps: { drafts: sweepDrafts },
    /** For retention: the words of contacts go. */
    old: {
      old: findOldContacts,
      erase: eraseContacts,
      eraseOfTickets: eraseContactsOfTickets,
      eraseOf: eraseContactsOf,
      waits: waitsForDecision,
    },
  }
}
export type Contacts = ReturnType<typeof createContacts>
