import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RatesDto, WallboardDto } from '../../api/insight/insight.dto.ts'
import { openStage, signIn, type Person } from '../support/browser.ts'
import { startCity, type City } from '../../scripts/start/city.ts'
import { openCity } from '../support/city.ts'
import { engines, openTestDb, type TestDb } from '../support/databases.ts'
import { citizen, staff, until, type Citizen, type Staff } from '../support/journey.ts'

const requests = {
  text: '普陀区长风新村街道大渡河路108弄门口共享单车乱停放，堵住人行道',
  call: '曹杨新村街道兰溪路138号门前的路灯坏了三天了，晚上一片漆黑，请尽快修好',
}
type Channel = keyof typeof requests
const day = 86_400_000

describe.each(engines)('the main job of the hotline, on %s', (engine) => {
  let database: TestDb | undefined
  let city: City
  let lead: Staff
  let phones: Record<Channel, Citizen>
  const stage = openStage()
  const ids: Record<Channel, string> = { text: '', call: '' }
  const units: Record<Channel, string> = { text: '', call: '' }
  /** Numbers as citizens read them: in groups. */
  const grouped = async (channel: Channel) =>
    (await lead.ticket(ids[channel])).number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
  const reaches = (channel: Channel, state: string) =>
    until(async () => (await lead.ticket(ids[channel])).state, `the ticket by ${channel}`).toBe(state)
  const open = async (username: string, path: string) => {
    const person = await stage.person(username)
    await signIn(person, city.config.publicUrl, username, path)
    return person
  }

  beforeAll(async () => {
    database = engine === 'postgres' ? await openTestDb(engine) : undefined
    city = await (database ? startCity({ stories: 0, databaseUrl: database.url }) : openCity())
    lead = await staff(city, 'lead1')
    phones = { text: citizen(city, '+8613912340001'), call: citizen(city, '+8613912340002') }
  })
  afterAll(async () => {
    await city?.stop()
    await database?.drop()
  })

  it('takes a text: the citizen gets a number, the hotline a classified ticket', async () => {
    await phones.text.text(requests.text)
    await phones.text.waitsFor(['您的诉求已登记'])
    const [found] = await lead.tickets()
    ids.text = found?.id ?? ''
    expect(await lead.ticket(ids.text)).toMatchObject({
      channel: 'sms',
      request: requests.text,
      state: 'awaitingDispatch',
      decidedBy: 'threshold',
    })
    await phones.text.waitsFor(['您的诉求已登记', await grouped('text')])
  })

  it('takes a call: the agent answers in the browser, the form fills itself in, a suggestion is taken by key and filed', async () => {
    const { page, t } = await open('agent1', '/desk')
    const telephone = page.getByRole('group', { name: t('softphone.title') })
    await telephone.getByRole('button').click()
    await page.getByRole('menuitem', { name: t('softphone.to.ready') }).click()
    await telephone.getByRole('button', { name: t('softphone.mood.ready') }).waitFor()

    const call = await phones.call.calls()
    await telephone.getByRole('button', { name: t('softphone.answer') }).click()
    const transcript = page.getByRole('region', { name: t('desk.transcript') })
    await transcript.getByLabel(t('desk.say'), { exact: true }).fill('您好，请问有什么可以帮您？')
    await page.keyboard.press('Enter')
    await until(call.heard, 'the citizen hears the agent').toContain('请问有什么可以帮您')
    await call.say(requests.call)
    await transcript.getByText(requests.call).waitFor()

    const form = page.getByRole('form', { name: t('desk.form') })
    await until(() => form.getByLabel(t('desk.request')).inputValue(), 'what was said is in the form').toBe(
      requests.call,
    )
    await form
      .getByRole('list', { name: t('desk.suggestions') })
      .getByRole('button', { name: '路灯不亮' })
      .waitFor()
    await until(() => form.getByLabel(t('desk.place')).inputValue(), 'the place is in the form').toContain(
      '兰溪路138号',
    )
    expect(await form.getByLabel(t('kind.help')).isChecked()).toBe(true)
    await page.keyboard.press('Alt+1')
    await form.getByRole('button', { name: '路灯不亮', pressed: true }).waitFor()
    await page.keyboard.press('Control+Enter')
    const filed = page.getByRole('status').filter({ hasText: t('desk.filed') })
    await filed.getByText(t('state.awaitingDispatch')).waitFor()

    await page.keyboard.press('Alt+e')
    await until(call.status, 'the call is over').toBe('completed')
    await telephone.getByRole('button', { name: t('softphone.mood.ready') }).waitFor()

    ids.call = (await lead.tickets()).find(({ id }) => id !== ids.text)?.id ?? ''
    expect(await lead.ticket(ids.call)).toMatchObject({
      channel: 'call',
      request: requests.call,
      state: 'awaitingDispatch',
      decidedBy: 'person',
      matter: { code: 'municipal.lighting.lamp-out' },
    })
    await phones.call.waitsFor(['您的诉求已登记', await grouped('call')])
  })

  it('dispatches both by the catalogue', async () => {
    const { page, t } = await open('dispatch1', '/dispatch')
    const queue = page.getByRole('list', { name: t('dispatch.queue') })
    for (const waiting of [2, 1]) {
      await until(() => queue.getByRole('listitem').count(), 'tickets in the queue').toBe(waiting)
      await page.getByRole('button', { name: t('dispatch.confirm') }).click()
    }
    await page.getByText(t('dispatch.empty')).waitFor()
    for (const channel of ['text', 'call'] as const) {
      await reaches(channel, 'dispatched')
      const { leadUnit, clock } = await lead.ticket(ids[channel])
      units[channel] = leadUnit?.code ?? ''
      expect(clock?.state).toBe('running')
      await phones[channel].waitsFor([await grouped(channel), `已派发至${leadUnit?.name}`])
    }
    expect(units).toEqual({ text: 'putuo-changfeng', call: 'putuo' })
    expect((await lead.get<WallboardDto>('/api/wallboard')).tickets.byState).toEqual({ dispatched: 2 })
  })

  /** The unit's part, in its own desk: sign, speak with the citizen, answer. */
  const handle = async (channel: Channel, unit: Person, answer: string) => {
    const { page, t } = unit
    const { title } = await lead.ticket(ids[channel])
    await page.goto(`${city.config.publicUrl}/unit`)
    await page
      .getByRole('list', { name: t('unit.tab.toSign') })
      .getByRole('button', { name: title })
      .click()
    await page.getByRole('button', { name: t('action.sign'), exact: true }).click()
    await reaches(channel, 'handling')
    await page.getByRole('button', { name: t('unit.recordContact') }).click()
    const contact = page.getByRole('form', { name: t('action.firstContact') })
    await contact
      .getByRole('textbox', { name: t('form.firstContact.text') })
      .fill('已电话联系市民，核实地点和情况，约定今日到场。')
    await contact.getByRole('button', { name: t('action.firstContact') }).click()
    await contact.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t('action.answer'), exact: true }).click()
    const form = page.getByRole('form', { name: t('action.answer') })
    await form.getByRole('textbox', { name: t('form.answer.text') }).fill(answer)
    await form.getByRole('textbox', { name: t('form.answer.result') }).fill('已现场处置，市民认可。')
    await form.getByRole('button', { name: t('action.answer'), exact: true }).click()
    await form.waitFor({ state: 'detached' })
    await reaches(channel, 'answered')
  }
  const pass = async (reviewer: Person, channel: Channel, answer: string) => {
    const { page, t } = reviewer
    const { title } = await lead.ticket(ids[channel])
    await page
      .getByRole('list', { name: t('review.queue') })
      .getByRole('button', { name: title })
      .click()
    await page
      .getByRole('region', { name: t('review.answer') })
      .getByText(answer)
      .first()
      .waitFor()
    await page.getByRole('button', { name: t('review.pass') }).click()
    await reaches(channel, 'awaitingFollowUp')
    await phones[channel].waitsFor([await grouped(channel), answer])
  }
  const answers = {
    text: '已清理占道共享单车，并约谈运营企业增派人员。',
    call: '已派员检修，更换灯具一只。',
    again: '已更换整段电缆，路灯恢复照明，并连续三晚复查。',
  }

  it('lets the units sign, record the contact and answer', async () => {
    for (const channel of ['text', 'call'] as const) {
      const unit = await open(`${units[channel]}-1`, '/unit')
      await handle(channel, unit, answers[channel])
    }
  })

  it('lets the reviewer pass both answers, and tells the citizens', async () => {
    const reviewer = await open('review1', '/review')
    await pass(reviewer, 'text', answers.text)
    await pass(reviewer, 'call', answers.call)
  })

  it('asks by text: one is satisfied and it closes, the other is not and it is done again', async () => {
    await phones.text.replies(['回访1/3'], '1')
    await phones.text.replies(['回访2/3'], '1')
    await phones.text.replies(['回访3/3'], '5')
    await phones.text.waitsFor(['感谢您的评价'])
    await reaches('text', 'closed')

    await phones.call.replies(['回访1/3'], '1')
    await phones.call.replies(['回访2/3'], '2')
    await phones.call.replies(['回访3/3'], '2')
    await phones.call.replies(['请回复说明原因'], '只换了一只灯，晚上还是不亮')
    await phones.call.waitsFor(['已重新交', '办理'])
    await reaches('call', 'dispatched')
    expect(await lead.ticket(ids.call)).toMatchObject({ redoCount: 1 })
  })

  it('answers again, passes again, and closes with a satisfied citizen', async () => {
    const earlier = (await phones.call.received()).length
    const unit = await stage.person('the unit again')
    await signIn(unit, city.config.publicUrl, `${units.call}-1`, '/unit')
    await handle('call', unit, answers.again)
    const reviewer = await stage.person('the reviewer again')
    await signIn(reviewer, city.config.publicUrl, 'review2', '/review')
    await pass(reviewer, 'call', answers.again)
    for (const [question, answer] of [
      ['回访1/3', '1'],
      ['回访2/3', '1'],
      ['回访3/3', '4'],
    ] as const)
      await phones.call.replies([question], answer, earlier)
    await phones.call.waitsFor(['感谢您的评价'], earlier)
    await reaches('call', 'closed')
  })

  it('keeps the whole story: timeline, counters and rates', async () => {
    const types = async (channel: Channel) => (await lead.timeline(ids[channel])).map(({ type }) => type)
    expect(await types('text')).toEqual(
      expect.arrayContaining([
        'created',
        'dispatch',
        'sign',
        'firstContact',
        'answer',
        'passReview',
        'followUpAsked',
        'followUpAnswered',
        'close',
      ]),
    )
    const call = await types('call')
    expect(
      call.filter((type) =>
        ['dispatch', 'sign', 'answer', 'passReview', 'followUpAnswered', 'redo', 'close'].includes(type),
      ),
    ).toEqual([
      'dispatch',
      'sign',
      'answer',
      'passReview',
      'followUpAnswered',
      'redo',
      'sign',
      'answer',
      'passReview',
      'followUpAnswered',
      'close',
    ])
    const closed = await lead.ticket(ids.call)
    expect(closed.followUps.map(({ grade, reason }) => ({ grade, reason }))).toEqual([
      { grade: 2, reason: '只换了一只灯，晚上还是不亮' },
      { grade: 4, reason: null },
    ])
    const wall = await lead.get<WallboardDto>('/api/wallboard')
    expect(wall.tickets).toMatchObject({ overdue: 0, dueToday: 0, danger: 0 })
    expect(wall.tickets.byState, 'nothing is open any more').toEqual({})
    expect(wall.calls.connected, 'one call reached the queue, and was answered').toMatchObject({ count: 1, of: 1 })
    const span = new URLSearchParams({
      from: new Date(Date.now() - day).toISOString(),
      to: new Date(Date.now() + day).toISOString(),
    })
    const rates = await lead.get<RatesDto>(`/api/rates?${span}`)
    expect(rates.total).toMatchObject({
      asked: 3,
      reached: 3,
      response: { count: 3, of: 3 },
      satisfied: { count: 2, of: 3 },
    })
  })
})
