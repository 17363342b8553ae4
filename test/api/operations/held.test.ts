import { describe, expect, it } from 'vitest'
import { holdEffects } from '../../../api/operations/held/held.ts'
import { record } from '../../../api/audit/record.ts'
import { sendEffect } from '../../../api/messages/sending/text-citizen.ts'
import { dropEffect } from '../../../api/calls/call/call.effects.ts'
import { systemActor, type Actor } from '../../../api/vocabulary/actor.ts'
import { createTestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

describe.each(engines)('what a restore holds, on %s', (engine) => {
  const open = async () => {
    const app = await createTestApp(engine)
    const promise = (actor: Actor, key: string, effect = sendEffect.promise(key, { messageId: 'msg_1' })) =>
      app.db.tx((tx) => record(tx, app.deps, actor, { audit: [], outbox: [effect] }))
    const stateOf = async (key: string) => {
      const { outbox } = app.db.t
      const rows = await app.db.q.select({ key: outbox.key, state: outbox.state }).from(outbox)
      return rows.find((row) => row.key === key)?.state
    }
    const hold = () => app.db.tx((tx) => holdEffects(tx, app.deps, '2026-06-01T00:00:00.000Z'))
    return { ...app, promise, stateOf, hold }
  }
  const citizen: Actor = { kind: 'citizen', id: 'ctz_1', name: 'citizen' }

  it('does not go out by itself, and is shown to supervisors and administrators only', async () => {
    const app = await open()
    await app.promise(citizen, 'sms:1')
    expect(await app.hold()).toBe(1)
    await app.services.outbox.runDue()
    expect(await app.stateOf('sms:1')).toBe('held')
    const lead = await app.signIn('supervisor1')
    expect((await lead('GET', '/api/operations/held')).body).toMatchObject({
      hold: { backupAt: '2026-06-01T00:00:00.000Z' },
      topics: [{ topic: 'sms.send', count: 1 }],
      effects: [{ topic: 'sms.send', to: null, body: null }],
    })
    const agent = await app.signIn('agent1')
    expect((await agent('GET', '/api/operations/held')).status).toBe(403)
    expect((await lead('POST', '/api/operations/held', { how: 'release', all: true })).status).toBe(403)
    expect((await agent('POST', '/api/operations/held', { how: 'drop', all: true })).status).toBe(403)
    await app.close()
  })
  it('goes out when an administrator says so, by id, by topic or all; what is dropped never does', async () => {
    const app = await open()
    for (const key of ['sms:1', 'sms:2', 'sms:3']) await app.promise(citizen, key)
    await app.hold()
    const admin = await app.signIn('admin1')
    const list = (await admin('GET', '/api/operations/held')).body as { effects: { id: string }[] }
    const first = list.effects[0]?.id ?? ''
    const drop = { how: 'drop', ids: [first] }
    expect((await admin('POST', '/api/operations/held', drop)).body).toEqual({ decided: 1 })
    expect((await admin('POST', '/api/operations/held', drop)).body, 'once').toEqual({ decided: 0 })
    const rest = { how: 'release', topic: 'sms.send' }
    expect((await admin('POST', '/api/operations/held', rest)).body).toEqual({ decided: 2 })
    const states = await Promise.all(['sms:1', 'sms:2', 'sms:3'].map(app.stateOf))
    expect(states.filter((state) => state === 'pending')).toHaveLength(2)
    expect(states).toContain('unknown')
    const { body } = await admin('GET', '/api/audit?entity=effect')
    expect((body as { items: { action: string }[] }).items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['effect.held', 'effect.dropped', 'effect.released']),
    )
    expect((await admin('POST', '/api/operations/held', { how: 'release' })).status).toBe(422)
    await app.close()
  })
  it('includes what timers promise to citizens until all is decided, and nothing else', async () => {
    const app = await open()
    await app.hold()
    const timer = systemActor('dialogue')
    await app.promise(timer, 'sms:timer')
    await app.promise(citizen, 'sms:citizen')
    await app.promise(timer, 'call:1', dropEffect.promise('call:1', { legRef: 'CA1' }))
    expect(await app.stateOf('sms:timer')).toBe('held')
    expect(await app.stateOf('sms:citizen')).toBe('pending')
    expect(await app.stateOf('call:1')).toBe('pending')
    const admin = await app.signIn('admin1')
    await admin('POST', '/api/operations/held', { how: 'drop', all: true })
    await app.promise(timer, 'sms:later')
    expect(await app.stateOf('sms:later')).toBe('pending')
    expect((await admin('GET', '/api/operations/held')).body).toEqual({ hold: null, topics: [], effects: [] })
    await app.close()
  })
})
