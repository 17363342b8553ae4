/** Saved views of the tickets, in the order shown: what a desk works on. `unit` and its like are narrowed to the reader's own scope anyway. */
export const views = [
  'open',
  'intake',
  'dispatch',
  'unit',
  'review',
  'followUp',
  'danger',
  'overdue',
  'dueSoon',
  'supervised',
  'closed',
  'all',
] as const
export type View = (typeof views)[number]

/** Orders of a list of tickets: by what is due first, by the last change, by when it came in. */
export const sorts = ['clock', 'updated', 'created'] as const
export type Sort = (typeof sorts)[number]
