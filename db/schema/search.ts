import type { Columns } from '../columns.ts'

/** What the index of words (`db/dialect/search/word-index.ts`) knows tickets by: the later one was opened, the greater its key. */
export const searchTables = (c: Columns) => ({
  ticketSearch: c.table(
    'ticket_search',
    {
      key: c.serial(),
      ticketId: c.text().notNull(),
      /** In which spelling it stands in the index; 0: not yet. */
      spelling: c.int().notNull().default(0),
      /** Tells whether what stands in the index has changed. */
      print: c.int().notNull().default(0),
    },
    (t) => [
      c.unique('ticket_search_ticket_idx').on(t.ticketId),
      c.index('ticket_search_spelling_idx').on(t.spelling, t.key),
    ],
  ),
})
