/** Kinds of data that are kept for a time: of citizens first, then of the staff's work, then of the program itself. */
export const retentionKinds = [
  'recordings',
  'transcripts',
  'texts',
  'strayTexts',
  'contacts',
  'tickets',
  'citizens',
  'uploads',
  'drafts',
  'deskNotices',
  'audit',
  'sessions',
  'verifications',
  'signInTries',
  'signInPlaces',
  'liveEvents',
  'effects',
  'webhookKeys',
  'files',
  'networkLogs',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** What becomes of old rows: they go whole, or what is personal in them goes and their figures stay. */
export const retentionWays = ['erase', 'anonymise'] as const
export type RetentionWay = (typeof retentionWays)[number]
