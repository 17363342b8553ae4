import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CitizenActor } from '../../../api/vocabulary/actor.ts'
import { Problem } from '../../../api/platform/problem.ts'
import { createTicketWorld, type TicketWorld } from '../tickets/support.ts'

const lead = 'hedong-binjiang-1'
const day = 86_400_000

/** What may happen, in any order; whatever does not fit the moment is refused with a code, and changes nothing. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), who: fc.nat(2) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('reply' as const),
      who: fc.nat(2),
      text: fc.constantFrom('1', '2', '1 1 5', '2 2 1', '1 2 2 没人来', '不满意', '没解决', '不知道', '还是没清'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('decide' as const), who: fc.nat(2), keep: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('record' as const), who: fc.nat(2), grade: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 4, 16) }) },
)

describe('random orders of merging, answering, redoing and replying', () => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld('sqlite')
  })
  afterAll(() => w.close())

  it('book every rating on the answer it judges, ask about each answer once, and end in no illegal transition', async () => {
    const surprises: string[] = []
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 22 }), async (steps) => {
        const citizens = [await w.citizen(), await w.citizen(), await w.citizen()] as const
        const main = await w.handling({ citizenId: citizens[0].id })
        const tickets = [main, await w.open({ citizenId: citizens[1].id }), await w.open({ citizenId: citizens[2].id })]
        const kept = new Map<string, string>()

        const reply = async (citizen: CitizenActor, text: string) => {
          w.clock.advance(5_000)
          await w.db.tx(async (tx) => {
            const asking = await w.followUps.askingIn(tx, citizen.id)
            if (asking) await w.followUps.recordReplyIn(tx, citizen, asking, text, w.clock.now())
          })
        }
        const lastOf = async (who: number) => (await w.rows.followUps(tickets[who]?.id ?? '')).at(-1)
        const play = async (one: (typeof steps)[number]) => {
          switch (one.do) {
            case 'answer': {
              const { state } = await w.rows.ticket(main.id)
              if (state === 'dispatched') await w.act(main, lead, 'sign')
              await w.act(main, lead, 'answer', { text: '已清运', result: '完成' })
              return w.act(main, 'reviewer1', 'passReview')
            }
            case 'redo':
              return w.act(main, 'supervisor1', 'redo', { reason: '未解决' })
            case 'merge':
              return one.who > 0 && w.act(tickets[one.who] ?? main, 'dispatcher1', 'merge', { mainTicketId: main.id })
            case 'reply':
              return reply(citizens[one.who] ?? citizens[0], one.text)
            case 'decide': {
              const row = await lastOf(one.who)
              return (
                row &&
                w.followUps.decide(w.actor('supervisor1'), row.id, {
                  version: row.version,
                  decision: one.keep ? 'keep' : 'redo',
                  reason: '裁定',
                })
              )
            }
            case 'record': {
              const row = await lastOf(one.who)
              return (
                row &&
                w.followUps.recordCall(w.actor('followup1'), row.id, {
                  version: row.version,
                  contacted: true,
                  solved: one.grade > 2,
                  grade: one.grade,
                  withoutCall: '当面',
                })
              )
            }
            case 'wait':
            default:
              w.clock.advance(one.days * day)
              for (const { run } of w.followUps.jobs) await run()
              return undefined
          }
        }

        for (const one of steps) {
          try {
            await play(one)
          } catch (error) {
            if (!(error instanceof Problem)) throw error
            // What a person asks of a ticket in the wrong state is refused; a reply, a decision, a result or the clock never is that way.
            if (error.code === 'ticket.illegal-transition' && ['reply', 'decide', 'record', 'wait'].includes(one.do))
              surprises.push(`${one.do}: ${error.code}`)
          }
          const rows = (await Promise.all(tickets.map(({ id }) => w.rows.followUps(id)))).flat()
          const answers = (await w.db.q.select().from(w.db.t.answer)).filter(({ ticketId }) => ticketId === main.id)
          const { redoCount } = await w.rows.ticket(main.id)
          for (const row of rows) {
            // Each judges an answer of the round it is booked on.
            const judged = answers.find(({ id }) => id === row.answerId)
            expect(judged, 'an answer of the main ticket').toBeDefined()
            expect(judged?.round).toBe(row.round)
            // Nobody is asked about what is being done again.
            if (['asking', 'waiting', 'calling'].includes(row.state)) expect(row.round).toBe(redoCount)
            // A grade that was given stays, whatever follows.
            const before = kept.get(row.id)
            if (before !== undefined) expect(`${row.contacted} ${row.solved} ${row.grade}`).toBe(before)
            if (row.state === 'answered') kept.set(row.id, `${row.contacted} ${row.solved} ${row.grade}`)
            if (row.state === 'cancelled') expect([row.contacted, row.solved, row.grade]).toEqual([null, null, null])
          }
          const keys = rows.map(({ ticketId, answerId }) => `${ticketId} ${answerId}`)
          expect(new Set(keys).size, 'asked about each answer once').toBe(keys.length)
          for (const { id } of citizens)
            expect(rows.filter(({ citizenId, state }) => citizenId === id && state === 'asking').length).toBeLessThan(2)
        }
      }),
      { numRuns: 60 },
    )
    expect(surprises).toEqual([])
  }, 120_000)
})
