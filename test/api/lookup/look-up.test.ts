import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookUp } from '../../../api/lookup/look-up.ts'
import { engines } from '../../support/databases.ts'
import type { WorldStaff } from '../../support/world.ts'
import { createTicketWorld, type TicketWorld } from '../tickets/support.ts'

describe.each(engines)('one search over everything, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
    await w.db.tx(async (tx) => {
      for (const [slug, title, validDays] of [
        ['fees', '长者用水优惠', 30],
        ['old', '长者旧办法', 1],
      ] as const)
        await w.knowledge.createArticleIn(tx, w.actor('supervisor1'), {
          slug,
          unitId: w.world.units['water-bureau'],
          title,
          body: '按阶梯计价，见 leaflet。',
          validDays,
        })
    })
  })
  afterAll(() => w.close())
  const look = (who: WorldStaff, q: string) => lookUp(w)(w.actor(who), q)
  const names = (rows: readonly { name: string }[] | undefined) => rows?.map(({ name }) => name)

  it('finds tickets by words within the reader’s scope, five at most, the newest first', async () => {
    const ids: string[] = []
    for (let at = 0; at < 6; at++) ids.push((await w.open({ text: `滨江路消火栓漏水${at}`, title: '消火栓漏水' })).id)
    const found = await look('agent1', '消火栓')
    expect(found.tickets?.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 5))
    expect(found).toMatchObject({ citizens: [], units: [], staff: [], articles: [] })
    expect((await look('hedong-binjiang-1', '消火栓')).tickets).toEqual([])
  })

  it('finds a citizen by the whole number only, masked, and for whoever may know citizens', async () => {
    const { id } = await w.citizen('+8613800005678')
    const found = await look('agent1', '138 0000 5678')
    expect(found.citizens).toEqual([{ id, phone: expect.stringContaining('*'), name: null }])
    expect((await look('agent1', '1380000')).citizens).toEqual([])
    expect((await look('agent1', '路灯 13800005678')).citizens).toEqual([])
    expect(await look('hedong-binjiang-1', '138 0000 5678')).not.toHaveProperty('citizens')
  })

  it('finds units, staff and titles in force by words, pinyin and initials', async () => {
    const water = w.directory.unitByCode('water-bureau')
    for (const q of [water?.name ?? '', 'shuiwuju', 'swj', 'shuiwj'])
      expect(names((await look('dispatcher1', q)).units)?.[0]).toBe(water?.name)
    expect((await look('supervisor1', 'shuiwuju')).staff?.length).toBeGreaterThan(0)
    w.clock.advance(2 * 24 * 3_600_000)
    for (const q of ['长者', 'zhangzhe', 'changzhe', 'zzys', 'leaflet'])
      expect((await look('agent1', q)).articles?.map(({ title }) => title)).toEqual(['长者用水优惠'])
  })

  it('shows a unit its own people, and every unit', async () => {
    const all = await look('agent1', 'jingban')
    const own = await look('hedong-binjiang-1', 'jingban')
    expect(all.staff).toHaveLength(5)
    expect(own.staff?.map(({ username }) => username)).toEqual(['hedong-binjiang-1'])
    expect(names((await look('hedong-binjiang-1', 'swj')).units)).toEqual(names((await look('agent1', 'swj')).units))
  })

  it('leaves out the groups that a reader may not see', async () => {
    expect(Object.keys(await look('hedong-binjiang-1', '水'))).not.toContain('citizens')
    expect(Object.keys(await look('agent1', '水')).toSorted()).toEqual([
      'articles',
      'citizens',
      'staff',
      'tickets',
      'units',
    ])
  })
})
