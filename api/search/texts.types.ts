/** Where a text stands that may be found. */
export const wheres = ['request', 'title', 'place', 'number', 'answer', 'note', 'name'] as const
export type Where = (typeof wheres)[number]

/** A text of a ticket; `unit`: as its units read it, null where they do not. */
export interface FoundText {
  where: Where
  hotline: string
  unit: string | null
}
