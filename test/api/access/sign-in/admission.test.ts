import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAdmission, type Comer } from '../../../../api/access/sign-in/admission.ts'
import { sweepDebts, sweepPlaces } from '../../../../api/access/sign-in/tries.store.ts'
import type { Db } from '../../../../db/db.ts'
import { createTestDeps } from '../../../support/app.ts'
import { engines } from '../../../support/databases.ts'
import { sweepBefore } from '../../../support/sweep.ts'

const minute = 60_000

describe.each(engines)('admission to sign in on %s', (engine) => {
  let test: Awaited<ReturnType<typeof createTestDeps>>
  let other: Db
  beforeEach(async () => {
    test = await createTestDeps(engine)
    other = await test.store.again()
  })
  afterEach(() => test.store.drop())

  const of = (over: Partial<Comer> = {}): Comer => ({ name: 'agent1', address: '203.0.113.7', device: null, ...over })
  const server = (db: Db = test.store.db) => {
    const admission = createAdmission({ ...test.deps, db })
    return {
      /** A try with a wrong password; the wait in seconds where it is refused. */
      fail: async (comer: Comer): Promise<number | null> => {
        try {
          const { failed } = await admission.admit(comer)
          await db.tx(failed)
          return null
        } catch (error) {
          return Number(Reflect.get(Object(Reflect.get(Object(error), 'extra')), 'retryAfterSeconds'))
        }
      },
      succeed: async (comer: Comer, device = 'browser') => {
        const { succeeded } = await admission.admit(comer)
        await db.tx((tx) => succeeded(tx, device))
      },
      admits: (comer: Comer) =>
        admission.admit(comer).then(
          ({ known }) => (known ? 'known' : 'stranger'),
          () => 'refused',
        ),
    }
  }

  it('lets eight tries pass for one account from one address, and then one each two minutes', async () => {
    const { fail } = server()
    for (let at = 0; at < 8; at++) expect(await fail(of())).toBeNull()
    expect(await fail(of())).toBe(113)
    test.clock.advance(112_500)
    expect(await fail(of())).toBeNull()
    expect(await fail(of())).toBe(113)
    test.clock.advance(16 * minute)
    for (let at = 0; at < 8; at++) expect(await fail(of())).toBeNull()
  })

  it('counts made-up names by their address', async () => {
    const { fail } = server()
    for (let at = 0; at < 40; at++) expect(await fail(of({ name: `made-up-${at}` }))).toBeNull()
    expect(await fail(of({ name: 'one more' }))).toBe(23)
    expect(await fail(of({ name: 'one more', address: '203.0.113.8' }))).toBeNull()
    // One customer of the newer kind of addresses has 2⁶⁴ of them.
    for (let at = 0; at < 40; at++) await fail(of({ name: `made-up-${at}`, address: `2001:db8::${at}` }))
    expect(await fail(of({ name: 'one more', address: '2001:db8::abcd' }))).toBe(23)
  })

  it('counts one account across addresses, shared by all servers', async () => {
    const [one, two] = [server(), server(other)]
    for (let at = 0; at < 10; at++) {
      expect(await one.fail(of({ address: `198.51.100.${at}` }))).toBeNull()
      expect(await two.fail(of({ address: `198.51.101.${at}` }))).toBeNull()
    }
    for (const { fail } of [one, two]) expect(await fail(of({ address: '198.51.100.99' }))).toBe(45)
    expect(await one.fail(of({ name: 'agent2', address: '198.51.100.99' }))).toBeNull()
  })

  it('counts every failed try of several servers at once', async () => {
    const [one, two] = [server(), server(other)]
    const tries = Array.from({ length: 10 }, (_, at) => [
      one.fail(of({ address: `198.51.100.${at}` })),
      two.fail(of({ address: `198.51.101.${at}` })),
    ])
    await Promise.all(tries.flat())
    expect(await two.fail(of({ address: '198.51.100.99' }))).toBe(45)
  })

  it('counts all strangers together, and slows them without an end', async () => {
    const { fail } = server()
    const spray = (at: number) => of({ name: `name-${at}`, address: `198.51.${at >> 8}.${at & 255}` })
    for (let at = 0; at < 300; at++) expect(await fail(spray(at))).toBeNull()
    expect(await fail(spray(301))).toBe(3)
    test.clock.advance(3_000)
    expect(await fail(spray(302))).toBeNull()
  })

  it('never refuses a person’s own device or address for what fails elsewhere', async () => {
    const { fail, succeed, admits } = server()
    await succeed(of({ address: '10.0.0.5' }))
    for (let at = 0; at < 400; at++)
      await fail(of({ name: at % 2 ? 'agent1' : `name-${at}`, address: `198.51.${at >> 8}.${at & 255}` }))
    expect(await admits(of({ address: '192.0.2.1' }))).toBe('refused')
    expect(await admits(of({ address: '192.0.2.1', device: 'browser' }))).toBe('known')
    expect(await admits(of({ address: '10.0.0.5' }))).toBe('known')
    // Somebody at the same address uses up what the address has: the device is still another matter.
    for (let at = 0; at < 40; at++) await fail(of({ name: 'agent1', address: '10.0.0.5' }))
    expect(await admits(of({ address: '10.0.0.5' }))).toBe('refused')
    expect(await admits(of({ address: '10.0.0.5', device: 'browser' }))).toBe('known')
  })

  it('knows a device for the accounts that were signed in to on it, and counts its tries as well', async () => {
    const { fail, succeed, admits } = server()
    await succeed(of(), 'shared')
    await succeed(of({ name: 'agent2', device: 'shared' }), 'shared')
    expect(await admits(of({ device: 'shared', address: '192.0.2.1' }))).toBe('known')
    expect(await admits(of({ name: 'agent2', device: 'shared', address: '192.0.2.1' }))).toBe('known')
    expect(await admits(of({ name: 'agent3', device: 'shared', address: '192.0.2.1' }))).toBe('stranger')
    expect(await admits(of({ device: 'made up', address: '192.0.2.1' }))).toBe('stranger')
    for (let at = 0; at < 8; at++) expect(await fail(of({ device: 'shared' }))).toBeNull()
    expect(await fail(of({ device: 'shared' }))).toBe(113)
    expect(await admits(of({ name: 'agent2', device: 'shared' }))).toBe('known')
  })

  it('begins anew here after a right password', async () => {
    const { fail, succeed } = server()
    for (let at = 0; at < 7; at++) await fail(of())
    await succeed(of())
    for (let at = 0; at < 8; at++) expect(await fail(of())).toBeNull()
  })

  it('keeps no name and no address, and forgets what is paid off', async () => {
    const { fail, succeed } = server()
    await succeed(of())
    for (let at = 0; at < 5; at++) await fail(of({ name: `name-${at}` }))
    const { db } = test.store
    const rows = [await db.q.select().from(db.t.signInDebt), await db.q.select().from(db.t.signInPlace)]
    expect(JSON.stringify(rows)).not.toMatch(/203\.0|agent1|name-|browser/)
    expect(rows[0]).toHaveLength(12)
    test.clock.advance(2 * minute)
    await sweepBefore(db, sweepDebts, test.clock.now())
    expect(await db.q.$count(db.t.signInDebt)).toBe(0)
    await sweepBefore(db, sweepPlaces, test.clock.now())
    expect(await db.q.$count(db.t.signInPlace)).toBe(0)
  })
})
