import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MachineDto } from '../../../api/tickets/life/machine.view.ts'
import { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { ticketStates } from '../../../api/vocabulary/ticket.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import type { WorldStaff } from '../../support/world.ts'
import { contents, livesIn } from './samples.ts'

const people: readonly WorldStaff[] = [
  'agent1',
  'dispatcher1',
  'reviewer1',
  'followup1',
  'supervisor1',
  'admin1',
  'hedong-binjiang-1',
  'hedong-binjiang-head',
  'hedong-1',
  'hexi-1',
]

/** Inputs that must say something, though no one field of them is required. */
const needsMore = (unitId: string): Record<string, object> => ({
  reclassify: { urgency: 'urgent' },
  pause: { told: '请补充照片' },
  addHelper: { coUnitIds: [unitId] },
})

/** An input that fits an act's JSON Schema, with only the fields that it must have. */
const sampleOf = (schema: unknown, ids: Record<string, string>): unknown => {
  const given = Object(schema) as Record<string, unknown>
  const choices = given['anyOf'] ?? given['oneOf']
  if (Array.isArray(choices)) return sampleOf(choices[0], ids)
  if (Array.isArray(given['enum'])) return given['enum'][0]
  if ('const' in given) return given['const']
  if (given['type'] === 'object') {
    const required = Array.isArray(given['required']) ? given['required'].map(String) : []
    return Object.fromEntries(
      required.map((name) => [name, sampleOf(Reflect.get(Object(given['properties']), name), ids)]),
    )
  }
  if (given['type'] === 'array') return [sampleOf(given['items'], ids)]
  if (given['type'] === 'boolean') return true
  if (given['type'] === 'number' || given['type'] === 'integer') return 1
  if (given['format'] === 'date-time') return '2026-06-02T02:00:00.000Z'
  const prefix = typeof given['pattern'] === 'string' ? /^\^(\w{3})_/.exec(given['pattern'])?.[1] : undefined
  return (prefix && ids[prefix]) ?? '说明'
}

describe('acts that the table does not allow', () => {
  let app: TestApp
  let machine: MachineDto
  let ticketId: string
  let otherId: string
  beforeAll(async () => {
    app = await createTestApp('sqlite')
    const lives = livesIn(app)
    ticketId = (await lives.handling()).id
    otherId = (await lives.open()).id
    machine = MachineDto.parse((await (await app.signIn('agent1'))('GET', '/api/machine')).body)
  })
  afterAll(() => app.close())

  it.each(ticketStates)('are refused in the state %s, for everybody, and change nothing', async (state) => {
    await app.db.tx((tx) =>
      tx.q.update(tx.t.ticket).set({ state }).where(eq(tx.t.ticket.id, ticketId)).returning().execute(),
    )
    // Sessions are opened before anything is counted.
    for (const person of people) await app.signIn(person)
    const before = await contents(app)
    let tried = 0
    for (const person of people) {
      const ask = await app.signIn(person)
      const seen = await ask('GET', `/api/tickets/${ticketId}`)
      const version = seen.status === 200 ? TicketDto.parse(seen.body).version : 1
      const allowed = new Set<string>(
        seen.status === 200 ? TicketDto.parse(seen.body).actions.map(({ action }) => action) : [],
      )
      if (person === 'hexi-1' || person === 'admin1') expect([...allowed]).toEqual([])
      for (const move of machine.moves.filter(({ action }) => !allowed.has(action))) {
        const roles = person === 'hexi-1' ? [] : move.roles
        const mayEver = app.actor(person).roles.some((role) => roles.includes(role))
        // Whoever may never do it is refused before the state is looked at: one state shows that.
        if (!mayEver && state !== 'handling') continue
        const input = Object.assign(
          Object(sampleOf(move.input, { unt: app.world.units['water-bureau'], tkt: otherId })),
          needsMore(app.world.units['water-bureau'])[move.action],
        )
        const answer = await ask('POST', `/api/tickets/${ticketId}/actions`, { action: move.action, version, input })
        const code: unknown = Reflect.get(Object(answer.body), 'code')
        const why = [person, state, move.action, answer.status, code]
        if (person === 'hexi-1') expect(why).toEqual([person, state, move.action, 404, 'ticket.not-found'])
        else if (!mayEver) expect(why).toEqual([person, state, move.action, 403, 'auth.forbidden'])
        else
          expect(why).toEqual([
            person,
            state,
            move.action,
            expect.toSatisfy((status) => status === 403 || status === 409),
            expect.any(String),
          ])
        tried += 1
      }
    }
    expect(tried).toBeGreaterThan(state === 'handling' ? 200 : 10)
    expect(await contents(app)).toEqual(before)
  })
})
