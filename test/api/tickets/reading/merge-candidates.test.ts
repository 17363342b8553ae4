import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSamePlace, type Spot } from '../../../../api/tickets/reading/same-place.rules.ts'
import { engines } from '../../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

const rubbish = '楼下垃圾堆了三天没人清运，臭得很。'
const lamp = '路口那盏灯整夜不亮'

describe.each(engines)('what a ticket might be merged with, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())
  const candidates = async (id: string) =>
    (await w.tickets.read.alikeTo(w.actor('dispatcher1'), id)).map(({ ticket, sameCitizen, samePlace }) => ({
      id: ticket.id,
      sameCitizen,
      samePlace,
    }))

  it('is what the citizen and the place have open, however it is worded, beside what sounds alike', async () => {
    const citizen = await w.citizen()
    const place = '滨江路8号'
    const mine = await w.open({ citizenId: citizen.id, text: rubbish, place })
    const sameCitizen = await w.open({ citizenId: citizen.id, text: lamp, place: '别处', matterCode: null })
    const samePlace = await w.open({ text: lamp, place: '滨江路 8 号', matterCode: null, lat: 31.2, lon: 121.4 })
    const samePlaceByName = await w.open({ text: lamp, place, matterCode: null })
    const alike = await w.open({ text: rubbish, place: '滨江路200号' })
    const elsewhere = await w.open({ text: lamp, place: '滨江路300号', matterCode: null })
    const found = await candidates(mine.id)
    expect(found).toContainEqual({ id: sameCitizen.id, sameCitizen: true, samePlace: false })
    expect(found).toContainEqual({ id: samePlaceByName.id, sameCitizen: false, samePlace: true })
    expect(found).toContainEqual({ id: alike.id, sameCitizen: false, samePlace: false })
    expect(found.map(({ id }) => id)).not.toContain(elsewhere.id)
    expect(found.map(({ id }) => id)).not.toContain(samePlace.id)
    expect(found.map(({ id }) => id)).not.toContain(mine.id)
  })
  it('finds a place by its point, whatever it is called', async () => {
    const at = { lat: 31.2304, lon: 121.4737 }
    const mine = await w.open({ text: rubbish, place: '南门', ...at })
    const near = await w.open({ text: lamp, place: '菜场对面', matterCode: null, lat: at.lat + 0.0004, lon: at.lon })
    const far = await w.open({ text: lamp, place: '菜场对面', matterCode: null, lat: at.lat + 0.01, lon: at.lon })
    const found = await candidates(mine.id)
    expect(found).toContainEqual({ id: near.id, sameCitizen: false, samePlace: true })
    expect(found.map(({ id }) => id)).not.toContain(far.id)
  })
  it('is nothing for a ticket that is over, and for units', async () => {
    const over = await w.handling({ text: rubbish })
    await w.open({ text: rubbish })
    expect(await candidates(over.id)).not.toEqual([])
    expect(await w.tickets.read.alikeTo(w.actor('hedong-binjiang-1'), over.id)).toEqual([])
    await w.act(over, 'supervisor1', 'terminate', { ground: 'citizenRefuses', reason: '市民拒绝', told: '已告知' })
    expect(await candidates(over.id)).toEqual([])
    await expect(w.tickets.read.alikeTo(w.actor('hexi-1'), over.id)).rejects.toMatchObject({ code: 'ticket.not-found' })
  })
  it('leaves out what is over, unless its words are alike', async () => {
    const citizen = await w.citizen()
    const over = await w.open({ citizenId: citizen.id, text: lamp, matterCode: null })
    await w.act(over, citizen, 'withdraw', { reason: '已解决' })
    const mine = await w.open({ citizenId: citizen.id, text: rubbish })
    expect((await candidates(mine.id)).map(({ id }) => id)).not.toContain(over.id)
  })
})

describe('whether two requests are about one place', () => {
  const spot = (over: Partial<Spot>): Spot => ({ streetId: 'unt_1', place: null, lat: null, lon: null, ...over })
  it.each([
    ['the same words', { place: '滨江路8号' }, { place: '滨江路 8 号' }, true],
    ['full and half width', { place: '滨江路８号' }, { place: '滨江路8号' }, true],
    ['another number', { place: '滨江路8号' }, { place: '滨江路18号' }, false],
    ['the same words in another street', { place: '南门' }, { place: '南门', streetId: 'unt_2' }, false],
    ['no words at all', { place: '—' }, { place: '…' }, false],
    ['unknown places', {}, {}, false],
    ['points 50 m apart', { lat: 31.2, lon: 121.4 }, { lat: 31.2, lon: 121.40052, streetId: 'unt_2' }, true],
    ['points 110 m apart', { lat: 31.2, lon: 121.4 }, { lat: 31.201, lon: 121.4 }, false],
  ])('%s', (_, a, b, same) => {
    expect(isSamePlace(spot(a), spot(b))).toBe(same)
    expect(isSamePlace(spot(b), spot(a))).toBe(same)
  })
})
