import { getAuthTables } from 'better-auth/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authAdapter } from '../../../api/access/auth.adapter.ts'
import { createAuth } from '../../../api/access/auth.ts'
import { columnsOf } from '../../../api/access/auth.store.ts'
import { createTestDeps } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

type Deps = Awaited<ReturnType<typeof createTestDeps>>

describe.each(engines)('better-auth on our Db: %s', (engine) => {
  let test: Deps
  let adapter: ReturnType<ReturnType<typeof authAdapter>>
  const at = new Date('2026-06-01T00:00:00.123Z')
  const row = (value: string, identifier = 'mail') => ({
    identifier,
    value,
    expiresAt: at,
    createdAt: at,
    updatedAt: at,
  })
  const put = (value: string, identifier?: string) =>
    adapter.create<Record<string, unknown>>({ model: 'verification', data: row(value, identifier) })

  beforeAll(async () => {
    test = await createTestDeps(engine)
    adapter = authAdapter(test.deps.db)(createAuth(test.deps).options)
  })
  afterAll(() => test.store.drop())

  it('has a column for every field that better-auth keeps', () => {
    const tables = getAuthTables(createAuth(test.deps).options)
    for (const [model, { fields }] of Object.entries(tables))
      expect(Object.keys(columnsOf(test.deps.db, model))).toEqual(
        expect.arrayContaining(['id', ...Object.keys(fields)]),
      )
    expect(Object.keys(tables).sort()).toEqual(['account', 'session', 'twoFactor', 'user', 'verification'])
  })

  it('gives back what was put in, moments and flags included', async () => {
    const email = 'a@staff.invalid'
    const made = await adapter.create<Record<string, unknown>>({
      model: 'user',
      data: {
        name: '甲',
        email,
        emailVerified: false,
        username: 'a',
        displayUsername: 'A',
        createdAt: at,
        updatedAt: at,
      },
    })
    expect(made['id']).toEqual(expect.any(String))
    const found = await adapter.findOne<Record<string, unknown>>({
      model: 'user',
      where: [{ field: 'username', value: 'a' }],
    })
    expect(found).toMatchObject({ id: made['id'], name: '甲', emailVerified: false, image: null, createdAt: at })
    expect(await adapter.findOne({ model: 'user', where: [{ field: 'username', value: 'b' }] })).toBeNull()
  })

  it('finds by every comparison it offers, and refuses the others', async () => {
    for (const value of ['one', 'two', 'three']) await put(value, 'compare')
    const values = async (
      ...where: {
        field: string
        operator?: 'in' | 'not_in' | 'ne' | 'contains' | 'gt' | 'starts_with'
        value: string | string[] | Date | null
        connector?: 'OR'
      }[]
    ) =>
      (
        await adapter.findMany<{ value: string }>({
          model: 'verification',
          where: [{ field: 'identifier', value: 'compare' }, ...where],
          sortBy: { field: 'value', direction: 'asc' },
        })
      ).map(({ value }) => value)
    expect(await values()).toEqual(['one', 'three', 'two'])
    expect(await values({ field: 'value', operator: 'in', value: ['one', 'two', 'ten'] })).toEqual(['one', 'two'])
    expect(await values({ field: 'value', operator: 'in', value: [] })).toEqual([])
    expect(await values({ field: 'value', operator: 'not_in', value: ['one'] })).toEqual(['three', 'two'])
    expect(await values({ field: 'value', operator: 'ne', value: 'two' })).toEqual(['one', 'three'])
    expect(await values({ field: 'value', operator: 'contains', value: 'o' })).toEqual(['one', 'two'])
    expect(await values({ field: 'value', operator: 'gt', value: 'p' })).toEqual(['three', 'two'])
    expect(await values({ field: 'createdAt', value: null })).toEqual([])
    expect(await values({ field: 'createdAt', operator: 'ne', value: null })).toHaveLength(3)
    expect(await values({ field: 'expiresAt', value: at })).toHaveLength(3)
    expect(
      await values(
        { field: 'value', value: 'one', connector: 'OR' },
        { field: 'value', value: 'two', connector: 'OR' },
      ),
    ).toEqual(['one', 'two'])
    await expect(values({ field: 'value', operator: 'starts_with', value: 'o' })).rejects.toThrow('not offered')
    await expect(
      adapter.findMany({ model: 'verification', where: [{ field: 'nothing', value: 'x' }] }),
    ).rejects.toThrow('nothing')
    await expect(
      adapter.findMany({ model: 'verification', where: [{ field: 'value', value: 'ONE', mode: 'insensitive' }] }),
    ).rejects.toThrow('lower case')
  })

  it('sorts, limits and pages', async () => {
    for (const value of ['1', '2', '3', '4']) await put(value, 'page')
    const where = [{ field: 'identifier', value: 'page' }]
    const page = await adapter.findMany<{ value: string }>({
      model: 'verification',
      where,
      sortBy: { field: 'value', direction: 'desc' },
      limit: 2,
      offset: 1,
    })
    expect(page.map(({ value }) => value)).toEqual(['3', '2'])
    expect(await adapter.count({ model: 'verification', where })).toBe(4)
  })

  it('changes one row or many, and takes away one or many', async () => {
    for (const value of ['1', '2', '3']) await put(value, 'many')
    const where = [{ field: 'identifier', value: 'many' }]
    const count = (value: string) =>
      adapter.count({ model: 'verification', where: [...where, { field: 'value', value }] })
    expect(await adapter.update({ model: 'verification', where, update: { value: 'changed' } })).toMatchObject({
      value: 'changed',
    })
    expect(await count('changed')).toBe(1)
    expect(
      await adapter.update({
        model: 'verification',
        where: [{ field: 'identifier', value: 'none' }],
        update: { value: 'x' },
      }),
    ).toBeNull()
    expect(await adapter.updateMany({ model: 'verification', where, update: { value: 'all' } })).toBe(3)
    await adapter.delete({ model: 'verification', where })
    expect(await count('all')).toBe(2)
    await adapter.delete({ model: 'verification', where: [] })
    expect(await count('all')).toBe(2)
    expect(await adapter.deleteMany({ model: 'verification', where })).toBe(2)
  })

  it('gives a single-use row to one of twenty', async () => {
    await put('token', 'race')
    const where = [{ field: 'value', value: 'token' }]
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => adapter.consumeOne<{ value: string }>({ model: 'verification', where })),
    )
    expect(taken.filter((one) => one !== null)).toHaveLength(1)
  })
})
