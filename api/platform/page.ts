import { z } from 'zod'
import type { After } from '../../db/keyset.ts'
import { fieldRefused } from './field-faults.ts'
import { isSoundText } from './server/sound-input.ts'

/** A page of a keyset list; `next` is opaque, null at the end. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

/** A page of a list; `next` is the cursor of the page after it, null on the last. */
export const pageDto = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** What a cursor holds: the moment of the last row, ms up to the year 9999, and its id, which a database can compare. */
const Seen = z.tuple([
  z
    .int()
    .min(0)
    .max(Date.UTC(9999, 11, 31, 23, 59, 59, 999)),
  z.string().refine(isSoundText),
])

/** Where a page begins: after the row that its cursor names, null for the first. Throws `request.invalid` for a cursor that is not ours. */
export const afterCursor = (cursor: string | undefined): After | null => {
  if (cursor === undefined) return null
  try {
    const [at, id] = Seen.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { at: new Date(at), id }
  } catch {
    throw fieldRefused('cursor', 'The page cursor cannot be read')
  }
}

/** Cuts one row more than the page into items and the next cursor; `keyOf`: what the list is ordered by. */
export const toPage = <Row>(rows: readonly Row[], size: number, keyOf: (row: Row) => After): Page<Row> => {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  if (rows.length <= size || !last) return { items, next: null }
  const { at, id } = keyOf(last)
  return { items, next: Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url') }
}
