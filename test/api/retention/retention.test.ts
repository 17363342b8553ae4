import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keptForGood } from '../../../api/retention/kept-for-good.table.ts'
import { retention } from '../../../api/retention/retention.table.ts'
import { retentionKinds } from '../../../api/vocabulary/retention.ts'
import { anotherServer } from '../../support/another-server.ts'
import { engines } from '../../support/databases.ts'
import { oldRows } from './old-rows.ts'
import { day, retentionScene } from './retention.scene.ts'

type Kept = Record<string, readonly string[]>

describe.each(engines)('the period of each kind on %s', (engine) => {
  let s: Awaited<ReturnType<typeof retentionScene>>
  /** What was whole, of each kind, after the first run and after the last; and whether a run in between changed anything. */
  const after = { first: {} as Kept, last: {} as Kept }
  let between: { moved: number; same: boolean }
  /** When the first run was. */
  let ran: Date
  const kinds = Object.keys(oldRows)
  const kept = async () => {
    const all: Kept = {}
    for (const kind of kinds) all[kind] = await s.whole(kind)
    return all
  }
  const ruleOf = (kind: string) => retention[retentionKinds.find((one) => one === kind) ?? 'drafts']

  // One city for all of them, as in life: what one kind's end did to another would show.
  beforeAll(async () => {
    s = await retentionScene(engine)
    await s.pastFirstWeek()
    for (const kind of kinds) {
      const { days } = ruleOf(kind)
      await s.put(kind, 'old', new Date(s.ago(days).getTime() - 60_000))
      await s.put(kind, 'young', new Date(s.ago(days).getTime() + 1.5 * day))
    }
    ran = s.now()
    await s.toTheEnd()
    after.first = await kept()
    const before = await s.everything()
    s.clock.advance(day)
    between = { moved: await s.toTheEnd(), same: isDeepStrictEqual(await s.everything(), before) }
    s.clock.advance(day)
    await s.toTheEnd()
    after.last = await kept()
  })
  afterAll(() => s.app.close())

  it.each(kinds)('of %s is kept to', async (kind) => {
    const { days, way } = ruleOf(kind)
    expect(after.first[kind]).not.toContain('old')
    expect(after.first[kind], 'and not before its time').toContain('young')
    expect(after.last[kind]).not.toContain('young')
    const olderThan = new Date(ran.getTime() - days * day).toISOString()
    const audits = await s.auditOf(kind)
    expect(audits.find(({ after: facts }) => isDeepStrictEqual(facts, { ...facts, olderThan }))).toMatchObject({
      actorKind: 'system',
      action: way === 'erase' ? 'retention.erased' : 'retention.anonymised',
      after: { count: kind === 'liveEvents' ? expect.any(Number) : 1, days, olderThan },
    })
  })

  it('leaves nothing to a second run', () => {
    expect(between).toEqual({ moved: 0, same: true })
  })
})

describe.each(engines)('retention on %s', (engine) => {
  let s: Awaited<ReturnType<typeof retentionScene>>
  beforeEach(async () => {
    s = await retentionScene(engine)
  })
  afterEach(() => s.app.close())

  it('takes nothing of citizens or staff in the first week', async () => {
    await s.put('drafts', 'old', s.ago(1_000))
    await s.put('webhookKeys', 'old', s.ago(1_000))
    await s.look()
    s.clock.advance(6 * day)
    await s.toTheEnd().catch(() => {})
    expect(await s.whole('webhookKeys')).toEqual([])
    expect(await s.whole('drafts')).toEqual(['old'])
    s.clock.advance(1.1 * day)
    await s.toTheEnd()
    expect(await s.whole('drafts')).toEqual([])
  })

  const many = 450
  const putMany = () =>
    s.db.tx(async (tx) => {
      for (let at = 0; at < many; at++) await oldRows['drafts']?.add(tx, `draft-${at}`, s.ago(400))
    })

  it('goes on where a run was broken off, on another server as well, and counts all of it', async () => {
    await s.pastFirstWeek()
    await s.toTheEnd()
    s.clock.advance(day)
    await putMany()
    const before = retentionKinds.indexOf('drafts')
    // Each kind before takes its turn and finds nothing; of the drafts two pages come to their end.
    s.power.transactions = 2 * before + 3
    await s.look()
    s.power.transactions = Number.POSITIVE_INFINITY
    expect(await s.whole('drafts')).toHaveLength(many - 400)
    expect(await s.auditOf('drafts')).toEqual([])
    const other = await anotherServer(s.app)
    await s.look(other.services)
    expect(await s.whole('drafts'), 'it is still the first one’s turn').toHaveLength(many - 400)
    s.clock.advance(6 * 60_000)
    await s.look(other.services)
    expect(await s.whole('drafts')).toEqual([])
    expect(await s.auditOf('drafts')).toMatchObject([{ after: { count: many } }])
    await other.close()
  })

  it('is carried out by one of two servers that look at once', async () => {
    await s.pastFirstWeek()
    await putMany()
    const other = await anotherServer(s.app)
    await Promise.all([s.look(), s.look(other.services)])
    await s.toTheEnd()
    expect(await s.whole('drafts')).toEqual([])
    expect(await s.auditOf('drafts')).toMatchObject([{ after: { count: many } }])
    await other.close()
  })

  it('takes a backlog of years some pages at a time', async () => {
    await s.pastFirstWeek()
    await s.toTheEnd()
    s.clock.advance(day)
    await s.db.tx(async (tx) => {
      for (let at = 0; at < 5_200; at++) await oldRows['drafts']?.add(tx, `draft-${at}`, s.ago(400))
    })
    expect(await s.look()).toBe(5_000)
    expect(await s.look()).toBe(200)
  })

  it('goes on with the other kinds where one fails', async () => {
    await s.pastFirstWeek()
    await s.put('texts', 'old', s.ago(1_000))
    await s.put('drafts', 'old', s.ago(1_000))
    s.power.transactions = 2 * retentionKinds.indexOf('texts') + 1
    await s.look()
    s.power.transactions = Number.POSITIVE_INFINITY
    await s.look()
    expect([await s.whole('texts'), await s.whole('drafts')]).toEqual([['old'], []])
  })

  describe('as a city sets it', () => {
    const ask = async (username: 'admin1' | 'supervisor1' | 'agent1') => s.app.signIn(username)
    const set = async (kind: string, days: number) =>
      (await ask('admin1'))('PUT', `/api/retention/${kind}`, { days, reason: '市数据管理办法第12条' })
    const refusalOf = ({ body }: { body: unknown }) => {
      const { code, errors } = body as { code?: string; errors?: { bound?: number }[] }
      return [code, errors?.[0]?.bound]
    }

    it('is read by supervisors and administrators, with what was done', async () => {
      await s.pastFirstWeek()
      await s.put('drafts', 'old', s.ago(400))
      await s.toTheEnd()
      const { body } = await (await ask('supervisor1'))('GET', '/api/retention')
      const items = (body as { items: { kind: string }[] }).items
      expect(items.map(({ kind }) => kind)).toEqual(retentionKinds)
      expect(items.find(({ kind }) => kind === 'drafts')).toMatchObject({
        days: 30,
        set: null,
        lastRun: { startedAt: s.now().toISOString(), finishedAt: s.now().toISOString(), erased: 1 },
        erasedEver: 1,
        nextAt: new Date(s.now().getTime() + day).toISOString(),
      })
      expect(items.find(({ kind }) => kind === 'networkLogs')).toMatchObject({
        outside: true,
        leastDays: 183,
        lastRun: null,
      })
      expect((await (await ask('agent1'))('GET', '/api/retention')).status).toBe(403)
    })

    it('holds from then on, and stands in the audit with its reason', async () => {
      await s.pastFirstWeek()
      expect(
        (await (await ask('supervisor1'))('PUT', '/api/retention/drafts', { days: 60, reason: '办法' })).status,
      ).toBe(403)
      expect((await set('drafts', 60)).body).toMatchObject({
        items: expect.arrayContaining([
          expect.objectContaining({
            kind: 'drafts',
            days: 60,
            usualDays: 30,
            set: expect.objectContaining({ by: '宋玉洁' }),
          }),
        ]),
      })
      await s.put('drafts', 'old', s.ago(61))
      await s.put('drafts', 'young', s.ago(59))
      await s.toTheEnd()
      expect(await s.whole('drafts')).toEqual(['young'])
      expect(
        (await s.auditOf('drafts')).map(({ action, before, after, reason }) => [action, before, after, reason])[0],
      ).toEqual(['retention.set', { days: 30 }, { days: 60 }, '市数据管理办法第12条'])
    })

    it('holds at once for a run that is under way, where it is longer', async () => {
      await s.pastFirstWeek()
      await s.toTheEnd()
      s.clock.advance(day)
      await putMany()
      s.power.transactions = 2 * retentionKinds.indexOf('drafts') + 2
      await s.look()
      s.power.transactions = Number.POSITIVE_INFINITY
      expect(await s.whole('drafts')).toHaveLength(many - 200)
      await set('drafts', 500)
      s.clock.advance(6 * 60_000)
      await s.look()
      expect(await s.whole('drafts')).toHaveLength(many - 200)
    })

    it.each([
      ['networkLogs', 182, 183],
      ['audit', 182, 183],
      ['citizens', 1_094, 1_095],
      ['uploads', 0, 1],
    ])('never lies below what a law or the work needs: %s %i', async (kind, days, least) => {
      expect(refusalOf(await set(kind, days))).toEqual(['retention.too-short', least])
      expect((await set(kind, least)).status).toBe(200)
    })

    it('never keeps what hangs on a citizen longer than the citizen', async () => {
      expect(refusalOf(await set('recordings', 1_096))).toEqual(['retention.too-long', 1_095])
      expect((await set('citizens', 2_000)).status).toBe(200)
      expect((await set('recordings', 1_096)).status).toBe(200)
      expect(refusalOf(await set('citizens', 1_095))).toEqual(['retention.too-short', 1_096])
    })
  })

  it('forgets no table', () => {
    const own: Record<string, string> = {
      recording: 'recordings',
      callTurn: 'transcripts',
      message: 'texts',
      strayText: 'strayTexts',
      contact: 'contacts',
      ticket: 'tickets',
      citizen: 'citizens',
      attachment: 'uploads',
      draft: 'drafts',
      deskNotice: 'deskNotices',
      audit: 'audit',
      authSession: 'sessions',
      authVerification: 'verifications',
      signInDebt: 'signInTries',
      signInPlace: 'signInPlaces',
      liveEvent: 'liveEvents',
      outbox: 'effects',
      inbox: 'webhookKeys',
    }
    expect([...Object.keys(own), ...Object.keys(keptForGood)].toSorted()).toEqual(Object.keys(s.db.t).toSorted())
    expect(Object.values(own).filter((kind) => !Object.hasOwn(retention, kind))).toEqual([])
  })
})
