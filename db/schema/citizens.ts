import { optOutSources, optOutStates } from '../../api/vocabulary/message.ts'
import type { Columns } from '../columns.ts'

/** Citizens by E.164 number, and the ledger of who must not be texted. */
export const citizenTables = (c: Columns) => ({
  citizen: c.table(
    'citizen',
    {
      id: c.id(),
      /** E.164; callers who withhold it share no row: `anonymous:<call id>`. */
      phone: c.text().notNull(),
      name: c.text(),
      locale: c.text().notNull(),
      note: c.text(),
      contactCount: c.int().notNull(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
      /** When number, name and note went, by the rules of retention; null: they are there. */
      erasedAt: c.instant(),
    },
    (t) => [c.unique('citizen_phone_idx').on(t.phone), c.index('citizen_old_idx').on(t.erasedAt, t.updatedAt, t.id)],
  ),
  /** Own opt-out ledger, append-only; the newest row of a number and channel counts. */
  optOut: c.table(
    'opt_out',
    {
      id: c.id(),
      phone: c.text().notNull(),
      channel: c.text().notNull(),
      /** stopped, started. */
      state: c.listed(optOutStates).notNull(),
      /** text, carrier, staff. */
      source: c.listed(optOutSources).notNull(),
      messageRef: c.text(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('opt_out_phone_idx').on(t.phone, t.channel, t.at)],
  ),
})
