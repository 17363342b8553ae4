import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../../api/vocabulary/actor.ts'
import { createCatalogue } from '../../../api/catalogue/catalogue.ts'
import { createTestApp, testStart, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

const system = systemActor('test')
const day = 86_400_000
interface Tree {
  code: string
  limit: { value: number; unit: string; grade: string; basis: string } | null
  unit: { nameEn: string } | null
  children: Tree[]
}
const flat = (nodes: Tree[]): Tree[] => nodes.flatMap((node) => [node, ...flat(node.children)])
const codes = (body: unknown) => (body as { items: { code: string }[] }).items.map(({ code }) => code)

describe.each(engines)('the catalogue on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  it('is served as a tree, with the limit of each leaf, its basis and grade', async () => {
    expect((await app.anonymous('GET', '/api/matters')).status).toBe(401)
    const { items } = (await (await app.signIn('agent1'))('GET', '/api/matters')).body as { items: Tree[] }
    expect(items.map(({ code }) => code)).toEqual(['housing', 'market', 'municipal'])
    const nodes = flat(items)
    expect(nodes).toHaveLength(15)
    const of = (code: string) => nodes.find((node) => node.code === code)
    expect(of('municipal.water.burst-pipe')).toMatchObject({
      limit: { value: 24, unit: 'h', grade: 'D' },
      unit: { nameEn: 'Water Bureau' },
    })
    expect(of('municipal.water.bill')?.limit).toMatchObject({ value: 1, unit: 'wd' })
    expect(of('market.consumer.refund')?.limit).toMatchObject({ value: 60, unit: 'cd', grade: 'A' })
    expect(of('market.consumer.fake-goods')?.limit).toMatchObject({ value: 15, unit: 'wd' })
    expect(of('market.consumer')).toMatchObject({ limit: null, unit: null })
  })

  it('is searched by name, branch, code and example; every word must be there', async () => {
    const ask = await app.signIn('water-bureau-1')
    const search = async (words: string) =>
      codes((await ask('GET', `/api/matters/search?q=${encodeURIComponent(words)}`)).body)
    expect(await search('垃圾')).toEqual(['municipal.order.rubbish'])
    expect(await search('water bill')).toEqual(['municipal.water.bill'])
    expect(await search('WATER')).toEqual(['municipal.water.bill', 'municipal.water.burst-pipe'])
    expect(await search('电梯')).toEqual(['housing.estate.lift', 'housing.estate.suggestion'])
    expect(await search('健身房')).toEqual(['market.consumer.refund'])
    expect(await search('电梯 退款')).toEqual([])
    const hit = await ask('GET', '/api/matters/search?q=refund')
    expect(hit.body).toMatchObject({ items: [{ path: [{ code: 'market' }, { code: 'market.consumer' }] }] })
    expect((await ask('GET', '/api/matters/search?q=')).status).toBe(422)
    expect((await ask('GET', '/api/matters/search?q=%20')).status).toBe(422)
    expect((await ask('GET', '/api/matters/no.such.thing')).body).toMatchObject({
      status: 404,
      code: 'matter.not-found',
    })
    expect((await ask('GET', '/api/limits')).body).toMatchObject({ items: { length: 6 } })
  })

  it('says who gets a matter at a place', async () => {
    const { units } = app.world
    const at = (matterCode: string, district: keyof typeof units | null, street: keyof typeof units | null) =>
      app.catalogue.resolveUnits({
        matterCode,
        districtId: district && units[district],
        streetId: street && units[street],
      })
    const rubbish = 'municipal.order.rubbish'
    const inDistrict = { leadId: units.hedong, copyIds: [], why: 'districtOfPlace' }
    expect(at(rubbish, 'hedong', 'hedong-laoqiao')).toEqual({
      leadId: units['hedong-laoqiao'],
      copyIds: [units.hedong],
      why: 'streetOfPlace',
    })
    expect(at(rubbish, null, 'hedong-laoqiao')).toEqual({
      leadId: units['hedong-laoqiao'],
      copyIds: [units.hedong],
      why: 'streetOfPlace',
    })
    expect(at(rubbish, 'hexi', 'hedong-laoqiao')?.copyIds).toEqual([units.hedong])
    expect(at(rubbish, 'hedong', null)).toEqual(inDistrict)
    expect(at(rubbish, null, null)).toBeNull()
    expect(at(rubbish, 'water-bureau', 'hedong')).toBeNull()
    expect(at('housing.estate.lift', null, 'hedong-laoqiao')).toEqual(inDistrict)
    expect(at('housing.estate.lift', null, null)).toBeNull()
    expect(at('municipal.water.bill', 'hedong', 'hedong-laoqiao')).toEqual({
      leadId: units['water-bureau'],
      copyIds: [],
      why: 'matterUnit',
    })
    expect(at('municipal.water', 'hedong', null)).toBeNull()
    expect(at('no.such.thing', 'hedong', null)).toBeNull()
    const ask = await app.signIn('dispatcher1')
    const answer = await ask('GET', `/api/matters/${rubbish}/responsible?streetId=${units['hexi-taoyuan']}`)
    expect(answer.body).toMatchObject({
      responsible: {
        lead: { nameEn: 'Taoyuan Subdistrict' },
        copies: [{ nameEn: 'Hexi District' }],
        why: 'streetOfPlace',
      },
    })
    expect((await ask('GET', `/api/matters/${rubbish}/responsible`)).body).toEqual({ responsible: null })
    expect((await ask('GET', '/api/matters/none/responsible')).status).toBe(404)
  })

  it('hands the classifier its leaves and areas', () => {
    const { units } = app.world
    const matters = app.catalogue.triageMatters()
    expect(matters).toHaveLength(8)
    expect(matters.find(({ code }) => code === 'municipal.water.bill')).toMatchObject({
      kind: 'inquiry',
      urgency: 'normal',
      route: 'unit',
      unitId: units['water-bureau'],
      names: ['水费咨询', 'Water bill question'],
    })
    const areas = app.catalogue.triageAreas()
    expect(areas).toHaveLength(5)
    expect(areas).toContainEqual({
      unitId: units['hexi-taoyuan'],
      level: 'street',
      parentId: units.hexi,
      names: ['桃园街道', 'Taoyuan Subdistrict', '桃园', '桃园小区'],
    })
    expect(areas.find(({ unitId }) => unitId === units.hexi)?.parentId).toBeNull()
  })

  it('changes a matter by a new version that begins when it says, and keeps the old name for old tickets', async () => {
    const code = 'municipal.order.street-stall'
    const leaf = { kind: 'complaint' as const, route: 'district' as const, unitId: null, urgency: 'normal' as const }
    const validFrom = new Date(testStart.getTime() + day)
    await app.db.tx((tx) =>
      app.catalogue.createMatterIn(tx, system, { code, name: '流动摊贩', nameEn: 'Hawkers', leaf, validFrom }),
    )
    expect(app.catalogue.matterByCode(code)).toMatchObject({ name: '占道经营', version: 1 })
    app.clock.set(validFrom)
    expect(app.catalogue.matterByCode(code)).toMatchObject({
      name: '流动摊贩',
      version: 2,
      route: 'district',
      level: 3,
      parentCode: 'municipal.order',
    })
    expect(app.catalogue.leaves()).toHaveLength(8)
    expect((await createCatalogue(app.deps)).matterByCode(code)).toEqual(app.catalogue.matterByCode(code))
    expect(app.catalogue.matterEver(code)?.name).toBe('流动摊贩')
    app.clock.set(testStart)
  })

  it('picks a newer limit from the day it holds', async () => {
    const asked = { matterCode: 'municipal.water.bill', kind: 'inquiry', urgency: 'normal' } as const
    const validFrom = new Date(testStart.getTime() + day)
    const rule = {
      matterCode: 'municipal.water',
      value: 3,
      unit: 'wd' as const,
      basis: '市水务局规定',
      basisEn: 'Rule of the bureau',
      grade: 'B' as const,
      validFrom,
    }
    const made = await app.db.tx((tx) => app.catalogue.createLimitRuleIn(tx, system, rule))
    expect(app.catalogue.limitFor({ ...asked, at: testStart })).toMatchObject({ value: 1 })
    expect(app.catalogue.limitFor({ ...asked, at: validFrom })).toEqual(made)
    expect(app.catalogue.limitFor({ ...asked, at: new Date('2020-01-01T00:00:00Z') })).toBeNull()
  })

  it('refuses what cannot hang together, and whoever is no administrator', async () => {
    const make = (matter: object, actor = app.actor('admin1')) =>
      app.db.tx((tx) => app.catalogue.createMatterIn(tx, actor, { code: 'a', name: '甲', nameEn: 'A', ...matter }))
    await expect(make({ code: 'none.such' })).rejects.toMatchObject({ code: 'matter.parent-missing' })
    await expect(make({}, app.actor('supervisor1'))).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(make({ leaf: { kind: 'help', route: 'unit', unitId: null, urgency: 'normal' } })).rejects.toThrow(
      'names it',
    )
    await expect(make({ code: 'a.b.c.d' })).rejects.toThrow()
    const limit = { matterCode: 'none', value: 1, unit: 'wd' as const, basis: '甲', basisEn: 'A', grade: 'D' as const }
    await expect(app.db.tx((tx) => app.catalogue.createLimitRuleIn(tx, system, limit))).rejects.toMatchObject({
      code: 'matter.not-found',
    })
    expect(app.catalogue.matterByCode('a')).toBeUndefined()
  })
})
