import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { After } from '../../db/keyset.ts'
import { fieldRefused } from './field-faults.ts'
import { platformProblem } from './problem.ts'
import { isSoundText } from './server/sound-input.ts'

/** A page of a keyset list; `next` is opaque, null at the end. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

/** A page of a list; `next` is the cursor of the page after it, null on the last. */
export const pageDto = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** How a list asks for its pages, as fields of its query: at most `most` rows, `usual` of them unless told. */
export const pageQuery = (usual: number, most: number) => ({
  cursor: z
    .string()
    .max(500)
    .optional()
    .describe('`next` of the page before; with the same filters and order as that page'),
  size: z.coerce.number().int().min(1).max(most).default(usual).describe('Rows of a page, at most'),
})

/** What a cursor holds: the moment of the last row, ms up to the year 9999, its id, which a database can compare, and the mark of its list. */
const Seen = z.tuple([
  z
    .int()
    .min(0)
    .max(Date.UTC(9999, 11, 31, 23, 59, 59, 999)),
  z.string().refine(isSoundText),
  z.string().max(8),
])

/**
 * A mark of a list and its filters, 24 bits of a hash: enough to tell filters apart, and too few to find out a number that was searched
 * for, since a cursor travels in addresses.
 */
const markOf = (list: string, filters: object): string => {
  const named = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([list, named]))
    .digest('base64url')
    .slice(0, 4)
}

const readCursor = (cursor: string) => {
  try {
    return Seen.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw fieldRefused('cursor', 'The page cursor cannot be read')
  }
}

/**
 * A page of a list as it was asked for: `after` is the row it begins behind, null on the first; `cut` makes items and the next cursor of
 * one row more than the page has. `list` names the list, `filters` is all that decides which rows are in it and in which order: a cursor
 * fits only what it came from. Throws `request.invalid` for a cursor that is not ours, `request.other-cursor` for another list's or filters'.
 */
export const openPage = (
  list: string,
  filters: object,
  { cursor, size }: { cursor?: string | undefined; size: number },
) => {
  const mark = markOf(list, filters)
  let after: After | null = null
  if (cursor !== undefined) {
    const [at, id, own] = readCursor(cursor)
    if (own !== mark) throw platformProblem('request.other-cursor')
    after = { at: new Date(at), id }
  }
  const cursorOf = ({ at, id }: After) => Buffer.from(JSON.stringify([at.getTime(), id, mark])).toString('base64url')
  return {
    after,
    /** The cursor behind a row that is not on the page, where a list ends before its rows do. */
    cursorOf,
    /** `keyOf`: what the list is ordered by. */
    cut: <Row>(rows: readonly Row[], keyOf: (row: Row) => After): Page<Row> => {
      const items = rows.slice(0, size)
      const last = items.at(-1)
      if (rows.length <= size || !last) return { items, next: null }
      return { items, next: cursorOf(keyOf(last)) }
    },
  }
}
