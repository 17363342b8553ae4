import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FollowUpCountsDto, FollowUpDto, FollowUpPage } from '../../../api/followup/followup.dto.ts'
import { followUpsRoutes } from '../../../api/followup/followup.routes.ts'
import { createInsight } from '../../../api/insight/insight.ts'
import { ratesRoutes, wallboardRoutes } from '../../../api/insight/insight.routes.ts'
import { createTestApp, type TestApp, type TestWorld } from '../../support/app.ts'
import { counting, overWorld } from '../tickets/support.ts'

describe('the routes of follow-up and insight', () => {
  let app: TestApp
  let w: ReturnType<typeof overWorld<TestWorld>>
  beforeAll(async () => {
    app = await createTestApp('sqlite', {
      mount: (api, parts) => {
        w = overWorld(parts)
        const insight = createInsight({ ...parts.deps, calendar: counting.calendar })
        api.route('/follow-ups', followUpsRoutes(w.followUps))
        api.route('/rates', ratesRoutes(insight))
        api.route('/wallboard', wallboardRoutes(insight))
      },
    })
  })
  afterAll(() => app.close())
  const code = (answer: { status: number; body: unknown }) => [answer.status, Reflect.get(Object(answer.body), 'code')]

  it('are for those who follow up, and tell forbidden, unknown, changed and malformed apart', async () => {
    expect(code(await app.anonymous('GET', '/api/follow-ups'))).toEqual([401, 'auth.required'])
    expect(code(await (await app.signIn('agent1'))('GET', '/api/follow-ups'))).toEqual([403, 'auth.forbidden'])
    const desk = await app.signIn('followup1')
    expect(code(await desk('GET', `/api/follow-ups/flw_${'0'.repeat(20)}`))).toEqual([404, 'follow-up.not-found'])
    expect(code(await desk('GET', '/api/follow-ups?view=x'))).toEqual([422, 'request.invalid'])

    const ticket = await w.reviewed()
    const page = FollowUpPage.parse((await desk('GET', '/api/follow-ups')).body)
    const [row] = page.items
    expect(row).toMatchObject({
      state: 'asking',
      step: 'contacted',
      ticket: { id: ticket.id },
      citizen: { phone: expect.stringContaining('****') },
    })
    const path = `/api/follow-ups/${row?.id}`
    const claimed = FollowUpDto.parse(
      (await desk('POST', `${path}/claim`, { version: row?.version, claim: true })).body,
    )
    expect(claimed.claimedBy?.name).toBe('黄伟民')
    expect(code(await desk('POST', `${path}/claim`, { version: row?.version, claim: true }))).toEqual([
      409,
      'follow-up.conflict',
    ])
    expect(
      code(
        await desk('POST', `${path}/answers`, { version: claimed.version, contacted: true, solved: true, grade: 6 }),
      ),
    ).toEqual([422, 'request.invalid'])
    expect(
      (
        await desk('POST', `${path}/attempts`, {
          version: claimed.version,
          outcome: 'later',
          note: '市民开会，下午再打',
        })
      ).body,
    ).toMatchObject({ attempts: 0, claimedBy: null })
    const done = await desk('POST', `${path}/answers`, {
      version: claimed.version + 1,
      contacted: true,
      solved: true,
      grade: 5,
      withoutCall: '市民来中心当面答复',
    })
    expect(done.body).toMatchObject({ state: 'answered', grade: 5, channel: 'call', ticket: { state: 'closed' } })
    expect(code(await desk('POST', `${path}/decision`, { version: 9, decision: 'redo', reason: 'x' }))).toEqual([
      403,
      'auth.forbidden',
    ])
    expect(FollowUpPage.parse((await desk('GET', '/api/follow-ups?view=done')).body).items).toHaveLength(1)
  })

  it('page the list without gaps', async () => {
    const desk = await app.signIn('followup1')
    const made = []
    for (let i = 0; i < 5; i++) {
      app.clock.advance(60_000)
      made.push((await w.reviewed()).id)
    }
    const first = FollowUpPage.parse((await desk('GET', '/api/follow-ups?size=3')).body)
    const second = FollowUpPage.parse((await desk('GET', `/api/follow-ups?size=3&cursor=${first.next}`)).body)
    expect([...first.items, ...second.items].map(({ ticket }) => ticket.id)).toEqual(made)
    expect(second.next).toBeNull()
  })

  it('answer rates and wallboard to those who may read them', async () => {
    expect(code(await app.anonymous('GET', '/api/wallboard'))).toEqual([401, 'auth.required'])
    expect((await (await app.signIn('agent1'))('GET', '/api/wallboard')).body).toMatchObject({
      tickets: { byState: { awaitingFollowUp: 5 } },
    })
    expect(code(await (await app.signIn('hexi-1'))('GET', '/api/wallboard'))).toEqual([403, 'auth.forbidden'])
    const period = 'from=2026-05-01T00:00:00Z&to=2026-07-01T00:00:00Z'
    const supervisor = await app.signIn('supervisor1')
    expect((await supervisor('GET', `/api/rates?${period}&level=street`)).body).toMatchObject({
      rows: [{ reached: 1, solved: { value: 1 } }],
    })
    expect(code(await supervisor('GET', '/api/rates'))).toEqual([422, 'request.invalid'])
    expect(code(await (await app.signIn('agent1'))('GET', `/api/rates?${period}`))).toEqual([403, 'auth.forbidden'])
  })

  it('count what is to be done, for those who follow up', async () => {
    expect(code(await app.anonymous('GET', '/api/follow-ups/counts'))).toEqual([401, 'auth.required'])
    expect(code(await (await app.signIn('agent1'))('GET', '/api/follow-ups/counts'))).toEqual([403, 'auth.forbidden'])
    const desk = await app.signIn('followup1')
    const counted = async () => Object(await desk('GET', '/api/follow-ups/counts')).body
    const before = FollowUpCountsDto.parse(await counted())
    const ticket = await w.reviewed()
    expect(await counted()).toEqual({ bound: 1000, counts: { ...before.counts, open: before.counts.open + 1 } })
    const [row] = FollowUpPage.parse((await desk('GET', '/api/follow-ups')).body).items.filter(
      (one) => one.ticket.id === ticket.id,
    )
    // without a reason nothing is redone by itself: a supervisor decides
    await desk('POST', `/api/follow-ups/${row?.id}/answers`, {
      version: row?.version,
      contacted: true,
      solved: false,
      grade: 1,
      withoutCall: '用值班电话回访',
    })
    expect(await counted()).toEqual({
      bound: 1000,
      counts: { ...before.counts, dissatisfied: before.counts.dissatisfied + 1, unproven: before.counts.unproven + 1 },
    })
  })
})
