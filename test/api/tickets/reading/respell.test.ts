import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { containsText } from '../../../../db/dialect/search/contains-text.ts'
import { searchable } from '../../../../api/platform/writing/searchable.ts'
import { respell } from '../../../../api/platform/writing/respell.ts'
import { ticketTexts } from '../../../../api/tickets/reading/respell.ts'
import { engines } from '../../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

describe.each(engines)('search in either writing, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const idsFor = async (needle: string) => {
    const { db } = w.tickets.deps
    const found = await db.q
      .select({ id: db.t.ticket.id })
      .from(db.t.ticket)
      .where(containsText(db, db.t.ticket.searchText, searchable(needle)))
    return found.map(({ id }) => id)
  }

  it('finds 路灯 for 路燈 and the reverse', async () => {
    const traditional = await w.open({ text: '門口路燈壞了三天' })
    const simplified = await w.open({ text: '门口路灯坏了三天' })
    expect(await idsFor('路燈')).toEqual(expect.arrayContaining([traditional.id, simplified.id]))
    expect(await idsFor('路灯')).toEqual(expect.arrayContaining([traditional.id, simplified.id]))
  })

  it('respells what was stored before, once', async () => {
    const { db } = w.tickets.deps
    const old = await w.open({ text: '窨井蓋不見了' })
    const stored = '窨井蓋不見了 old'
    await db.tx((tx) =>
      tx.q.update(tx.t.ticket).set({ searchText: stored }).where(eq(tx.t.ticket.id, old.id)).returning(),
    )
    expect(await idsFor('窨井盖')).toEqual([])
    expect(await respell(w.tickets.deps, ticketTexts)()).toBe(1)
    expect(await idsFor('窨井盖')).toEqual([old.id])
    expect((await w.rows.ticket(old.id)).version).toBe(old.version)
    expect(await respell(w.tickets.deps, ticketTexts)()).toBe(0)
  })
})
