import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDirectory } from '../../../api/directory/directory.ts'
import { systemActor } from '../../../api/vocabulary/actor.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

const codes = (body: unknown) => (body as { items: { code: string }[] }).items.map(({ code }) => code)
const system = systemActor('test')

describe.each(engines)('the directory on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  it('reads from memory what its verbs wrote, and a second process reads it from the database', async () => {
    const { directory, world } = app
    const street = directory.unitByCode('hedong-binjiang')
    expect(street).toMatchObject({ id: world.units['hedong-binjiang'], parentId: world.units.hedong, level: 'street' })
    expect(street?.path).toBe(`/${world.units.city}/${world.units.hedong}/${world.units['hedong-binjiang']}/`)
    expect(directory.rootUnit()?.code).toBe('city')
    expect(
      directory
        .subtree(world.units.hedong)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['hedong', 'hedong-binjiang', 'hedong-laoqiao'])
    expect(directory.childrenOf(world.units.hexi).map(({ code }) => code)).toEqual(['hexi-taoyuan'])
    expect(directory.lineByNumber('+862155512319')?.code).toBe('12319')
    expect(directory.lineByNumber('+862155512310')).toBeUndefined()
    expect(directory.lineByCode('12333')?.hours).toEqual({ from: '08:30', to: '20:00', workingDaysOnly: true })
    expect(directory.staffByUsername('AGENT1')?.id).toBe(world.staff.agent1)
    const second = await createDirectory(app.deps)
    expect(second.units()).toEqual(directory.units())
    expect(second.lines()).toEqual(directory.lines())
    expect(second.staff()).toEqual(directory.staff())
  })

  it('keeps nothing of a transaction that failed', async () => {
    const unit = { code: 'lost', parentId: app.world.units.city, level: 'bureau' as const, name: '无', nameEn: 'Lost' }
    const failing = app.db.tx(async (tx) => {
      await app.directory.createUnitIn(tx, system, unit)
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    expect(app.directory.unitByCode('lost')).toBeUndefined()
  })

  it('misses no row that is committed while it reads everything anew', async () => {
    const make = (code: string) =>
      app.db.tx((tx) =>
        app.directory.createUnitIn(tx, system, {
          code,
          parentId: app.world.units.city,
          level: 'enterprise',
          name: code,
          nameEn: code,
        }),
      )
    await Promise.all([
      app.directory.refresh(),
      make('gas-company'),
      app.directory.refresh(),
      make('power-company'),
      app.directory.refresh(),
    ])
    expect(app.directory.unitByCode('gas-company')?.name).toBe('gas-company')
    expect(app.directory.unitByCode('power-company')?.name).toBe('power-company')
  })

  it('refuses a taken code, a taken number, a missing parent and whoever is no administrator', async () => {
    const { directory, world } = app
    const unit = {
      code: 'hedong',
      parentId: world.units.city,
      level: 'bureau' as const,
      name: '河东',
      nameEn: 'Hedong',
    }
    const make = (over: object, actor = app.actor('admin1')) =>
      app.db.tx((tx) => directory.createUnitIn(tx, actor, { ...unit, ...over }))
    await expect(make({})).rejects.toMatchObject({ code: 'unit.exists' })
    await expect(make({ code: 'new', parentId: 'unt_none' })).rejects.toMatchObject({ code: 'unit.not-found' })
    await expect(make({ code: 'new' }, app.actor('supervisor1'))).rejects.toMatchObject({ code: 'auth.forbidden' })
    const line = directory.lineByCode('114')
    const again = app.db.tx((tx) => directory.createLineIn(tx, system, { ...pick(line), code: '999' }))
    await expect(again).rejects.toMatchObject({ code: 'line.exists' })
    const number = line?.number ?? ''
    const otherwise = app.db.tx((tx) =>
      directory.createLineIn(tx, system, { ...pick(line), code: '999', number: number.replace('+86', '0') }),
    )
    await expect(otherwise, 'the same number, written as people dial it').rejects.toMatchObject({ code: 'line.exists' })
    expect(directory.lineByNumber(number.replace('+86', '+860'))?.id).toBe(line?.id)
  })

  it('is searched by name, alias and code, best first', async () => {
    expect((await app.anonymous('GET', '/api/units')).status).toBe(401)
    const ask = await app.signIn('hexi-taoyuan-1')
    const search = async (query: string) => codes((await ask('GET', `/api/units?${query}`)).body)
    const q = encodeURIComponent
    expect(await search(`q=${q('桃园')}`)).toEqual(['hexi-taoyuan'])
    expect(await search(`q=${q('水务')}`)).toEqual(['water-bureau'])
    expect(await search(`q=${q(' ＷＡＴＥＲ ')}`)).toEqual(['water-bureau'])
    expect(await search(`q=${q('河东')}`)).toEqual(['hedong'])
    expect(await search('level=district')).toEqual(['hedong', 'hexi'])
    expect(await search(`parentId=${app.world.units.hedong}`)).toEqual(['hedong-binjiang', 'hedong-laoqiao'])
    expect((await ask('GET', '/api/units?q=%00')).status).toBe(422)
    expect((await ask('GET', '/api/units?level=village')).status).toBe(422)
    expect((await ask('GET', `/api/units/${app.world.units.hexi}`)).body).toMatchObject({ code: 'hexi' })
    expect((await ask('GET', '/api/units/unt_none')).body).toMatchObject({ status: 404, code: 'unit.not-found' })
    expect((await ask('GET', '/api/lines')).body).toMatchObject({ items: { length: 5 } })
  })

  it('is served as a tree', async () => {
    const { items } = (await (await app.signIn('agent1'))('GET', '/api/units/tree')).body as { items: Tree[] }
    expect(items.map(({ code }) => code)).toEqual(['city'])
    const below = items[0]?.children ?? []
    expect(below.slice(0, 3).map(({ code }) => code)).toEqual(['housing-bureau', 'market-bureau', 'water-bureau'])
    expect(below.find(({ code }) => code === 'hedong')?.children.map(({ code }) => code)).toEqual([
      'hedong-binjiang',
      'hedong-laoqiao',
    ])
    expect(Object.keys(items[0] ?? {})).not.toContain('path')
  })
})

interface Tree {
  code: string
  children: Tree[]
}
type Line = NonNullable<ReturnType<TestApp['directory']['lineByCode']>>
const pick = (line: Line | undefined) => {
  if (!line) throw new Error('no line')
  const { id: _id, active: _active, ...rest } = line
  return rest
}
