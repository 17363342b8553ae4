import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInsight } from '../../../../api/insight/insight.ts'
import { engines } from '../../../support/databases.ts'
import { counting, createTicketWorld, type TicketWorld } from '../../tickets/support.ts'
import { listedIn } from '../scene.ts'

const hour = 3_600_000
const said = { contacted: true, solved: true, grade: 5 }
const withoutCall = '市民来中心当面答复'

describe.each(engines)('a result without a call, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  const listed = () => listedIn(w)
  const read = (id: string) => w.followUps.read(w.actor('followup1'), id)
  const record = async (id: string, over: object = {}) =>
    w.followUps.recordCall(w.actor('followup1'), id, {
      version: (await read(id)).version,
      ...said,
      withoutCall,
      ...over,
    })
  const check = async (
    id: string,
    accept: boolean,
    by: 'supervisor1' | 'followup1' = 'supervisor1',
    note = '已向市民核实',
  ) => w.followUps.check(w.actor(by), id, { version: (await read(id)).version, accept, note })
  const unproven = async () =>
    (await w.followUps.list(w.actor('supervisor1'), { view: 'unproven', size: 100 })).items.map(({ id }) => id)

  it('goes to a supervisor, who accepts it; nobody else does, and nobody twice', async () => {
    const { id } = await listed()
    await record(id)
    expect(await read(id)).toMatchObject({ state: 'answered', withoutCall: true, check: 'pending' })
    expect(await unproven()).toContain(id)
    expect((await w.followUps.counts(w.actor('supervisor1'))).counts.unproven).toBeGreaterThan(0)
    await expect(check(id, true, 'followup1')).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(w.followUps.check(w.actor('supervisor1'), id, { version: 99, accept: true })).rejects.toMatchObject({
      code: 'follow-up.conflict',
    })
    await check(id, true)
    expect(await read(id)).toMatchObject({
      state: 'answered',
      grade: 5,
      check: 'confirmed',
      tries: [{ withoutCall, check: 'confirmed', checkNote: '已向市民核实', checkedBy: { name: '侯国强' } }],
    })
    expect(await unproven()).not.toContain(id)
    await expect(check(id, false)).rejects.toMatchObject({ code: 'follow-up.nothing-to-check' })
  })

  it('is asked again when it is not accepted, and counts no more', async () => {
    const insight = createInsight({ ...w.deps, calendar: counting.calendar })
    w.clock.advance(1)
    const from = w.clock.now().toISOString()
    const rates = async () => {
      w.clock.advance(1)
      const to = w.clock.now().toISOString()
      return (await insight.rates(w.actor('supervisor1'), { from, to, level: 'street' })).total
    }
    const { ticket, id } = await listed()
    const kept = await listed()
    await record(id)
    await record(kept.id)
    expect(await rates()).toMatchObject({ reached: 2, withoutCall: 2 })
    const streets = await insight.rates(w.actor('supervisor1'), {
      from,
      to: w.clock.now().toISOString(),
      level: 'street',
    })
    expect(streets.rows.map((row) => [row.unit.code, row.withoutCall])).toEqual([['hedong-binjiang', 2]])
    await check(id, false, 'supervisor1', '市民称从未接到回访')
    expect(await read(id)).toMatchObject({
      state: 'calling',
      listedFor: 'rejected',
      step: 'contacted',
      contacted: null,
      grade: null,
      doneAt: null,
      withoutCall: null,
      check: null,
      claimedBy: null,
      tries: [{ check: 'rejected' }],
    })
    expect(await rates()).toMatchObject({ reached: 1, withoutCall: 1 })
    // Asked again on a closed ticket; the new result counts, and needs its own proof.
    await expect(record(id, { withoutCall: undefined })).rejects.toMatchObject({ code: 'follow-up.no-call' })
    await record(id, { grade: 2, solved: false, reason: '没有解决' })
    expect(await read(id)).toMatchObject({ state: 'answered', grade: 2, decision: 'pending', check: 'pending' })
    expect((await w.rows.ticket(ticket.id)).state).toBe('closed')
  })

  it('keeps what the citizen had answered by text when the rest is not accepted', async () => {
    const citizen = await w.citizen()
    const ticket = await w.reviewed({ citizenId: citizen.id })
    w.clock.advance(5_000)
    await w.db.tx(async (tx) => {
      const asking = await w.followUps.askingIn(tx, citizen.id)
      if (asking) await w.followUps.recordReplyIn(tx, citizen, asking, '2', w.clock.now())
    })
    const [row] = await w.rows.followUps(ticket.id)
    const id = row?.id ?? ''
    await record(id, { contacted: false })
    await check(id, false)
    expect(await read(id)).toMatchObject({ state: 'calling', contacted: false, solved: null, step: 'solved' })
  })

  it('is void, and asked of nobody, when its answer is being done again by now', async () => {
    const { ticket, id } = await listed()
    await record(id, { solved: false, grade: 1, reason: '没人来' })
    expect(await w.rows.ticket(ticket.id)).toMatchObject({ state: 'dispatched', redoCount: 1 })
    await check(id, false)
    expect(await read(id)).toMatchObject({ state: 'cancelled', grade: null, withoutCall: null })
  })

  it('is nobody’s own to accept', async () => {
    const { id } = await listed()
    await w.followUps.recordCall(w.actor('supervisor1'), id, {
      version: (await read(id)).version,
      ...said,
      withoutCall,
    })
    await expect(check(id, true)).rejects.toMatchObject({ code: 'follow-up.own-result' })
  })

  it('holds for refusals and vain calls, too; who is only put off needs no proof', async () => {
    const { id } = await listed()
    const attempt = async (on: string, outcome: 'noAnswer' | 'later' | 'refused', why?: string) =>
      w.followUps.recordAttempt(w.actor('followup1'), on, {
        version: (await read(on)).version,
        outcome,
        ...(why === undefined ? {} : { withoutCall: why }),
      })
    await attempt(id, 'later')
    for (const outcome of ['noAnswer', 'refused'] as const)
      await expect(attempt(id, outcome)).rejects.toMatchObject({ code: 'follow-up.no-call' })
    for (let calls = 0; calls < 3; calls++) {
      w.clock.advance(3 * hour)
      await attempt(id, 'noAnswer', '用值班电话拨打')
    }
    expect(await read(id)).toMatchObject({ state: 'unreachable', withoutCall: true, check: 'pending' })
    await check(id, false)
    expect(await read(id)).toMatchObject({ state: 'calling', attempts: 0 })
    const refused = await listed()
    await attempt(refused.id, 'refused', '市民在窗口拒绝评价')
    expect(await read(refused.id)).toMatchObject({ state: 'noReply', withoutCall: true, check: 'pending' })
  })

  it('loses its words with the ticket, never its figures', async () => {
    const { ticket, id } = await listed()
    await record(id)
    await w.db.tx((tx) => w.followUps.eraseReasons(tx, [ticket.id]))
    expect(await read(id)).toMatchObject({ grade: 5, withoutCall: true, tries: [{ withoutCall: null, note: null }] })
  })
})
