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

/**
 * What a text is that no person wrote to the hotline: an automatic reply, a code to sign in with, an advert, a text of a service's number, a
 * tap on one of our texts, or nothing but our own words. It is kept, answered by nothing and makes no ticket.
 */
export const machineKinds = ['autoReply', 'code', 'advert', 'service', 'reaction', 'quote'] as const
export type MachineKind = (typeof machineKinds)[number]

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

/** How far a text of ours has come, as far as anybody knows: not yet with the carrier, on its way, arrived, not arrived. */
export const textArrivals = ['waiting', 'unknown', 'arrived', 'failed'] as const
export type TextArrival = (typeof textArrivals)[number]

/** How far a text in this status has come; `sent` may stay the last word of one that arrived. */
export const arrivalIn: Readonly<Record<StoredTextStatus, TextArrival>> = {
  received: 'arrived',
  pending: 'waiting',
  unknown: 'unknown',
  accepted: 'unknown',
  scheduled: 'unknown',
  queued: 'unknown',
  sending: 'unknown',
  sent: 'arrived',
  partially_delivered: 'arrived',
  delivered: 'arrived',
  read: 'arrived',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
  refused: 'failed',
}

/** A file: still to be fetched from the carrier, kept, or not taken. */
export const attachmentStates = ['pending', 'stored', 'refused'] as const

/** The newest word of a number about texts. */
export const optOutStates = ['stopped', 'started'] as const

/** Who said that texts stop or start again. */
export const optOutSources = ['text', 'carrier', 'staff'] as const
