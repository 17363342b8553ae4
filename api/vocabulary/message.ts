/** Which way a text went, from the hotline. */
export const messageDirections = ['in', 'out'] as const

/** Why a text was written: by the citizen; by the program (answer, receipt, question after the close, notice, advice in danger); by staff. */
export const messagePurposes = [
  'citizenText',
  'reply',
  'receipt',
  'followUp',
  'notice',
  'emergency',
  'staffText',
] as const
export type MessagePurpose = (typeof messagePurposes)[number]

/** What may become of a text that the carrier took. Words as they are kept in the database and shown in the console. */
export const textStatuses = [
  'accepted',
  'scheduled',
  'queued',
  'sending',
  'sent',
  'partially_delivered',
  'delivered',
  'undelivered',
  'failed',
  'canceled',
  'read',
] as const
export type TextStatus = (typeof textStatuses)[number]

/** Where a text stands. `received`: from a citizen. `pending`: promised. `refused`: the receiver opted out. `unknown`: the carrier did not say. */
export const messageStatuses = ['received', 'pending', 'unknown', ...textStatuses, 'refused'] as const
export type StoredTextStatus = (typeof messageStatuses)[number]

/** A file: still to be fetched from the carrier, kept, or not taken. */
export const attachmentStates = ['pending', 'stored', 'refused'] as const

/** The newest word of a number about texts. */
export const optOutStates = ['stopped', 'started'] as const

/** Who said that texts stop or start again. */
export const optOutSources = ['text', 'carrier', 'staff'] as const
