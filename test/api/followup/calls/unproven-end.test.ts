import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../../tickets/support.ts'
import { listedIn } from '../scene.ts'

const hour = 3_600_000

describe.each(engines)('a round that ends with vain calls, %s', (engine) => {
  let w: TicketWorld
  let calls = 0
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  const read = (id: string) => w.followUps.read(w.actor('followup1'), id)
  const vain = async (id: string, withoutCall?: string) =>
    w.followUps.recordAttempt(w.actor('followup1'), id, {
      version: (await read(id)).version,
      outcome: 'noAnswer',
      ...(withoutCall === undefined ? {} : { withoutCall }),
    })
  /** A call of the hotline's that nobody answered. */
  const rung = async (followUpId: string, citizenId: string) => {
    const id = `cal_vain_${engine}_${++calls}`
    const at = w.clock.now()
    await w.db.tx(async (tx) => {
      await tx.q.insert(tx.t.call).values({
        id,
        carrierRef: `CA-${id}`,
        direction: 'out',
        fromNumber: '+862155512345',
        toNumber: '+8613800000001',
        citizenId,
        contactId: `contact-of-${id}`,
        followUpId,
        state: 'ended',
        room: `room-${id}`,
        priority: 0,
        muted: false,
        startedAt: at,
        endedAt: at,
        heldMs: 0,
        version: 1,
      })
    })
    await vain(followUpId)
    w.clock.advance(3 * hour)
  }
  const noted = async (id: string) => {
    await vain(id, '用值班电话拨打')
    w.clock.advance(3 * hour)
  }

  it('by the last of three real calls is proven', async () => {
    const { id, citizen } = await listedIn(w)
    for (let at = 0; at < 3; at++) await rung(id, citizen.id)
    expect(await read(id)).toMatchObject({ state: 'unreachable', withoutCall: false, check: null })
  })

  it('by a real call behind two that nobody made goes to a supervisor', async () => {
    const { id, citizen } = await listedIn(w)
    await noted(id)
    await noted(id)
    await rung(id, citizen.id)
    expect(await read(id)).toMatchObject({ state: 'unreachable', withoutCall: true, check: 'pending' })
    await w.followUps.check(w.actor('supervisor1'), id, {
      version: (await read(id)).version,
      accept: false,
      note: '没有拨打记录',
    })
    expect(await read(id)).toMatchObject({ state: 'calling', listedFor: 'rejected', attempts: 1 })
    // What was not accepted is settled: two more calls that were made are proof enough.
    await rung(id, citizen.id)
    await rung(id, citizen.id)
    expect(await read(id)).toMatchObject({ state: 'unreachable', withoutCall: false, check: null })
  })

  it('because the wait is over goes to a supervisor as well, where nobody rang', async () => {
    const { id } = await listedIn(w)
    await noted(id)
    w.clock.advance(100 * hour)
    await w.followUps.expireDue()
    expect(await read(id)).toMatchObject({
      state: 'unreachable',
      withoutCall: true,
      check: 'pending',
      tries: [{ outcome: 'noAnswer', check: 'pending' }],
    })
    const { items } = await w.followUps.list(w.actor('supervisor1'), { view: 'unproven', size: 100 })
    expect(items.map((one) => one.id)).toContain(id)
    await expect(
      w.followUps.check(w.actor('supervisor1'), id, { version: (await read(id)).version, accept: true }),
    ).resolves.toMatchObject({ check: 'confirmed', state: 'unreachable' })
  })

  it('because the wait is over, after a real call, is proven', async () => {
    const { id, citizen } = await listedIn(w)
    await rung(id, citizen.id)
    w.clock.advance(100 * hour)
    await w.followUps.expireDue()
    expect(await read(id)).toMatchObject({ state: 'unreachable', withoutCall: false, check: null })
  })
})
