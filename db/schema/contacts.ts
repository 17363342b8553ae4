import { channels, contactStates } from '../../api/vocabulary/contact.ts'
import { dangers } from '../../api/vocabulary/danger.ts'
import {
  attachmentStates,
  machineKinds,
  messageDirections,
  messagePurposes,
  messageStatuses,
} from '../../api/vocabulary/message.ts'
import type { IncomingText } from '../../api/telephony/text-events.types.ts'
import type { Columns } from '../columns.ts'

/** One call, text or form (来电, 来件), whatever becomes of it; texts and their threads; attachments. */
export const contactTables = (c: Columns) => ({
  contact: c.table(
    'contact',
    {
      id: c.id(),
      /** call, sms, web. */
      channel: c.listed(channels).notNull(),
      citizenId: c.text().notNull(),
      lineId: c.text(),
      callId: c.text(),
      messageId: c.text(),
      ticketId: c.text(),
      /** open (nobody has decided), filed (belongs to a ticket), closed (needed none). */
      state: c.listed(contactStates).notNull(),
      text: c.text().notNull(),
      startedAt: c.instant().notNull(),
      endedAt: c.instant(),
      handledBy: c.text(),
      danger: c.listed(dangers),
      /** When its words went, by the rules of retention. */
      erasedAt: c.instant(),
    },
    (t) => [
      c.index('contact_old_idx').on(t.state, t.erasedAt, t.startedAt, t.id),
      c.index('contact_citizen_idx').on(t.citizenId, t.startedAt),
      c.index('contact_ticket_idx').on(t.ticketId),
      c.index('contact_call_idx').on(t.callId),
      c.index('contact_state_idx').on(t.state, t.startedAt),
    ],
  ),
  /** Texts to a number that is no line of the hotline: kept until an administrator enters the line, or throws them away. */
  strayText: c.table(
    'stray_text',
    {
      id: c.id(),
      carrierRef: c.text().notNull(),
      fromNumber: c.text().notNull(),
      toNumber: c.text().notNull(),
      body: c.text().notNull(),
      /** The text as the carrier delivered it, to be taken in later. */
      delivery: c.json<IncomingText>().notNull(),
      receivedAt: c.instant().notNull(),
    },
    (t) => [c.unique('stray_text_ref_idx').on(t.carrierRef), c.index('stray_text_received_idx').on(t.receivedAt, t.id)],
  ),
  message: c.table(
    'message',
    {
      id: c.id(),
      carrierRef: c.text(),
      /** in, out. */
      direction: c.listed(messageDirections).notNull(),
      fromNumber: c.text().notNull(),
      toNumber: c.text().notNull(),
      citizenId: c.text().notNull(),
      contactId: c.text(),
      ticketId: c.text(),
      body: c.text().notNull(),
      /** citizenText, reply, receipt, followUp, notice, emergency, staffText. */
      purpose: c.listed(messagePurposes).notNull(),
      /** Which notice of the table it is; null: words of a person, a reply of several, or rows from before. */
      notice: c.text(),
      /** received; pending, queued, sending, sent, delivered, undelivered, failed, canceled, read, refused (opted out), unknown. */
      status: c.listed(messageStatuses).notNull(),
      statusRank: c.int().notNull(),
      errorCode: c.text(),
      sentBy: c.text(),
      /** What wrote it, where no person did. */
      machine: c.listed(machineKinds),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [
      c.unique('message_carrier_ref_idx').on(t.carrierRef),
      c.index('message_citizen_idx').on(t.citizenId, t.createdAt),
      c.index('message_ticket_idx').on(t.ticketId, t.createdAt),
      c.index('message_created_idx').on(t.createdAt, t.id),
    ],
  ),
  /** An open question of the text dialogue; it expires, and free text is never lost by it. */
  dialogue: c.table('dialogue', {
    /** Citizen id: at most one open question each. */
    id: c.id(),
    /** chooseTicket, followUp. */
    question: c.text().notNull(),
    data: c.json<Record<string, unknown>>().notNull(),
    askedAt: c.instant().notNull(),
    expiresAt: c.instant().notNull(),
  }),
  attachment: c.table(
    'attachment',
    {
      id: c.id(),
      ticketId: c.text(),
      messageId: c.text(),
      name: c.text().notNull(),
      contentType: c.text().notNull(),
      size: c.int().notNull(),
      sha256: c.text().notNull(),
      /** pending (to be fetched from the carrier), stored, refused. */
      state: c.listed(attachmentStates).notNull(),
      sourceUrl: c.text(),
      uploadedBy: c.text(),
      createdAt: c.instant().notNull(),
      /** When it was given to its ticket, which may be long after it came; null: it has none. */
      attachedAt: c.instant(),
    },
    (t) => [
      c.index('attachment_message_idx').on(t.messageId),
      c.index('attachment_loose_idx').on(t.ticketId, t.messageId, t.createdAt),
      c.index('attachment_file_idx').on(t.sha256),
    ],
  ),
})
