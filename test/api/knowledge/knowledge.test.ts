import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleTexts } from '../../../api/knowledge/respell.ts'
import { respell } from '../../../api/platform/writing/respell.ts'
import type { NewArticle } from '../../../api/knowledge/create-article.ts'
import { createTestApp, testStart, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

interface Item {
  id: string
  slug: string
  expired: boolean
}
const page = (body: unknown) => body as { items: Item[]; next: string | null }
const slugs = (body: unknown) => page(body).items.map(({ slug }) => slug)

describe.each(engines)('knowledge on %s', (engine) => {
  let app: TestApp
  const write = (over: Partial<NewArticle> = {}, actor = app.actor('supervisor1')) =>
    app.db.tx((tx) =>
      app.knowledge.createArticleIn(tx, actor, {
        slug: 'article',
        unitId: app.world.units['water-bureau'],
        title: '水费',
        body: '按阶梯计价。',
        validDays: 30,
        ...over,
      }),
    )

  beforeAll(async () => {
    app = await createTestApp(engine)
    await write({
      slug: 'water-bill',
      matterCode: 'municipal.water.bill',
      title: '居民水费怎么算',
      body: `居民用水按三档阶梯计价，Tiered PRICING 适用。${'详'.repeat(200)}`,
    })
    app.clock.advance(1_000)
    await write({
      slug: 'water-rules',
      matterCode: 'municipal.water',
      title: '供水服务承诺',
      body: '停水提前二十四小时公告。',
      validDays: 1,
    })
    await write({
      slug: 'refund',
      matterCode: 'market.consumer.refund',
      unitId: app.world.units['market-bureau'],
      title: '预付卡退款',
      body: '先与商家协商，协商不成拨打12315。',
    })
    await write({ slug: 'general', title: '热线服务范围', body: '受理咨询、求助、投诉、举报、建议。' })
  })
  afterAll(() => app.close())

  it('is for all staff and nobody else', async () => {
    expect((await app.anonymous('GET', '/api/articles')).status).toBe(401)
    const { body } = await (await app.signIn('hexi-taoyuan-1'))('GET', '/api/articles')
    expect(slugs(body).sort()).toEqual(['general', 'refund', 'water-bill', 'water-rules'])
  })

  it('is searched by words, case and width aside, and by matter with its branches', async () => {
    const ask = await app.signIn('agent1')
    const search = async (query: Record<string, string>) =>
      slugs((await ask('GET', `/api/articles?${new URLSearchParams(query).toString()}`)).body)
    expect(await search({ q: '阶梯' })).toEqual(['water-bill'])
    expect(await search({ q: 'ｔｉｅｒｅｄ pricing 水费' })).toEqual(['water-bill'])
    expect(await search({ q: '阶梯 退款' })).toEqual([])
    expect(await search({ q: '100%_' })).toEqual([])
    expect(await search({ matterCode: 'municipal.water.bill' })).toEqual(['water-rules', 'water-bill'])
    expect(await search({ matterCode: 'municipal.water' })).toEqual(['water-rules', 'water-bill'])
    expect(await search({ matterCode: 'municipal' })).toEqual(['water-rules', 'water-bill'])
    expect(await search({ matterCode: 'municipal.order.rubbish' })).toEqual([])
    expect(await search({ matterCode: 'market', q: '12315' })).toEqual(['refund'])
  })

  it('leaves out what is past its date, or marks it when asked', async () => {
    app.clock.set(new Date(testStart.getTime() + 2 * 86_400_000))
    const ask = await app.signIn('agent1')
    expect(slugs((await ask('GET', '/api/articles?matterCode=municipal')).body)).toEqual(['water-bill'])
    const all = page((await ask('GET', '/api/articles?matterCode=municipal&expired=true')).body).items
    expect(all.map(({ slug, expired }) => [slug, expired])).toEqual([
      ['water-rules', true],
      ['water-bill', false],
    ])
    app.clock.set(testStart)
  })

  it('pages, and serves one article whole', async () => {
    const ask = await app.signIn('agent1')
    const first = page((await ask('GET', '/api/articles?size=3')).body)
    const second = page((await ask('GET', `/api/articles?size=3&cursor=${first.next}`)).body)
    expect([...first.items, ...second.items].map(({ slug }) => slug).sort()).toEqual([
      'general',
      'refund',
      'water-bill',
      'water-rules',
    ])
    expect(second.next).toBeNull()
    const bill = first.items.concat(second.items).find(({ slug }) => slug === 'water-bill')
    expect(bill).toMatchObject({
      excerpt: expect.stringMatching(/^居民用水.{116}$/u) as unknown,
      unit: { nameEn: 'Water Bureau' },
    })
    expect(bill).not.toHaveProperty('body')
    expect((await ask('GET', `/api/articles/${bill?.id}`)).body).toMatchObject({
      body: expect.stringMatching(/。详{200}$/) as unknown,
      expired: false,
    })
    expect((await ask('GET', '/api/articles/art_none')).body).toMatchObject({ status: 404, code: 'article.not-found' })
    expect((await ask('GET', '/api/articles?cursor=x')).status).toBe(422)
    expect((await ask('GET', '/api/articles?q=%00')).status).toBe(422)
  })

  it('is written by supervisors, about units and matters that exist, under a name of its own', async () => {
    await expect(write({}, app.actor('agent1'))).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(write({ slug: 'refund' })).rejects.toMatchObject({ code: 'article.exists' })
    await expect(write({ unitId: 'unt_none' })).rejects.toMatchObject({ code: 'unit.not-found' })
    await expect(write({ matterCode: 'none' })).rejects.toMatchObject({ code: 'matter.not-found' })
    await expect(write({ validDays: 0 })).rejects.toThrow()
    const { items } = await app.audit.list(app.actor('admin1'), { action: 'article.created', size: 10 })
    expect(items).toHaveLength(4)
  })

  it('finds in simplified characters what was stored in traditional ones before', async () => {
    const { id } = await write({ slug: 'street-lamp', title: '路燈維修', body: '門口路燈壞了怎麼辦' })
    const found = async (q: string) =>
      slugs((await (await app.signIn('agent1'))('GET', `/api/articles?q=${encodeURIComponent(q)}`)).body)
    await app.db.tx((tx) =>
      tx.q
        .update(tx.t.article)
        .set({ searchText: '路燈維修 門口路燈壞了怎麼辦' })
        .where(eq(tx.t.article.id, id))
        .returning(),
    )
    expect(await found('路灯')).toEqual([])
    await app.services.jobs.runAll()
    expect(await found('路灯')).toEqual(['street-lamp'])
    expect(await found('門口')).toEqual(['street-lamp'])
    expect(await respell(app.deps, articleTexts)()).toBe(0)
  })
})
