import { platformProblem } from './problem.ts'
import { z } from 'zod'
import { isSoundText } from './sound-input.ts'

/** A page of a keyset list; `next` is opaque, null at the end. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

/** A page of a list; `next` is the cursor of the page after it, null on the last. */
export const pageDto = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** Writes a cursor from the sort keys of the last row. */
export const encodeCursor = (keys: (string | number)[]) => Buffer.from(JSON.stringify(keys)).toString('base64url')

/** What sort keys may be, whatever a cursor says: text that a database can compare, instants in ms up to the year 9999. */
const soundKeys = z.array(
  z.union([
    z.string().refine(isSoundText),
    z
      .int()
      .min(0)
      .max(Date.UTC(9999, 11, 31, 23, 59, 59, 999)),
  ]),
)

/** Reads a cursor back; throws `request.invalid` when it is not one of ours. */
export const decodeCursor = <Shape extends z.ZodType>(cursor: string, shape: Shape): z.output<Shape> => {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!soundKeys.safeParse(keys).success) throw new Error('not sort keys')
    return shape.parse(keys)
  } catch {
    throw platformProblem('request.invalid', 'The page cursor cannot be read', {
      errors: [{ path: 'cursor', message: 'unreadable' }],
    })
  }
}

/** Cuts one row more than the page into items and the next cursor. */
export const toPage = <Row>(rows: Row[], size: number, keys: (row: Row) => (string | number)[]): Page<Row> => {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, next: rows.length > size && last ? encodeCursor(keys(last)) : null }
}
