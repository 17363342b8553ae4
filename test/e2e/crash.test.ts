import { inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDb } from '../../db/open.ts'
import { sendAll } from '../../scripts/bench/load.ts'
import { signedTexts } from '../../scripts/bench/signed-texts.ts'
import type { City } from '../../scripts/start/city.ts'
import { openCity } from '../support/city.ts'

describe('a power cut while texts pour in', () => {
  let city: City
  beforeAll(async () => {
    city = await openCity()
  })
  afterAll(() => city?.stop())

  it('keeps every text that was answered, once, and the carrier’s retries make no twin', async () => {
    const url = `${city.config.publicUrl}/twilio/messages/incoming`
    const { accountSid, authToken } = city.config.twilio
    const texts = signedTexts(
      {
        url,
        accountSid,
        authToken,
        to: '+862155512345',
        sentences: ['中山北路的路灯坏了三天', 'The street light is broken', '楼上漏水没人管'],
      },
      3_000,
    )
    const answered = new Set<string>()
    let cut: Promise<void> | undefined
    const first = await sendAll(url, texts, 32, ({ sid }, status) => {
      if (status === 200) answered.add(sid)
      if (answered.size === 1_000) cut ??= city.kill()
    })
    await cut
    expect(first.failed).toBeGreaterThan(0)
    expect(answered.size).toBeGreaterThanOrEqual(1_000)

    await city.restart()
    const ticketsOf = async (sids: string[]) => {
      const db = await openDb(city.config.databaseUrl)
      const { message, ticket } = db.t
      const found: { sid: string | null; ticketId: string | null }[] = []
      for (let from = 0; from < sids.length; from += 500)
        found.push(
          ...(await db.q
            .select({ sid: message.carrierRef, ticketId: message.ticketId })
            .from(message)
            .where(inArray(message.carrierRef, sids.slice(from, from + 500)))),
        )
      const tickets = await db.q.select({ id: ticket.id, citizenId: ticket.citizenId }).from(ticket)
      await db.close()
      return { found, tickets }
    }
    const afterCut = await ticketsOf([...answered])
    expect(afterCut.found.filter(({ ticketId }) => ticketId !== null)).toHaveLength(answered.size)

    // The carrier sends everything again with the same tokens: what was lost arrives, what was kept stays single.
    const again = await sendAll(url, texts, 32)
    expect(again).toMatchObject({ answered: texts.length, failed: 0 })
    const all = await ticketsOf(texts.map(({ sid }) => sid))
    expect(new Set(all.found.map(({ ticketId }) => ticketId)).size).toBe(texts.length)
    expect(all.tickets).toHaveLength(texts.length)
    expect(new Set(all.tickets.map(({ citizenId }) => citizenId)).size).toBe(texts.length)
  })
})
