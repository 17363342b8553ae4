import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, samplePassword, type Person } from '../support/browser.ts'
import type { City } from '../../scripts/start/city.ts'
import { openCity } from '../support/city.ts'
import { citizen, staff, until, type Citizen, type Staff } from '../support/journey.ts'

const request = '普陀区大渡河路108弄窨井盖破损，行人容易绊倒'

/** Presses Tab until the field with this label has the focus; a field that Tab never reaches fails the test. */
const tabTo = async (page: Page, label: string) => {
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement
      const field = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at : undefined
      return field ? [...(field.labels ?? [])].map((one) => one.innerText).join(' ') : ''
    })
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused()).includes(label)) return
    await page.keyboard.press('Tab')
  }
  expect.fail(`Tab does not reach: ${label}`)
}

describe('with the keyboard alone', () => {
  let city: City
  let lead: Staff
  let caller: Citizen
  let id = ''
  const stage = openStage()
  beforeAll(async () => {
    city = await openCity()
    lead = await staff(city, 'lead1')
    caller = citizen(city, '+8613912360001')
  })
  afterAll(() => city?.stop())
  const reaches = (state: string) => until(async () => (await lead.ticket(id)).state, 'the ticket').toBe(state)

  /** The address is opened; everything after is typed. */
  const enter = async (username: string): Promise<Person> => {
    const person = await stage.person(username)
    const { page, t } = person
    await page.goto(city.config.publicUrl)
    await page.getByLabel(t('signIn.username')).waitFor()
    await tabTo(page, t('signIn.username'))
    await page.keyboard.type(username)
    await page.keyboard.press('Tab')
    await page.keyboard.type(samplePassword)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    return person
  }
  const go = async ({ page }: Person, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  it('takes a call and files it', async () => {
    const agent = await enter('agent1')
    const { page, t } = agent
    await page.getByRole('button', { name: t('softphone.mood.offline') }).waitFor()
    await page.keyboard.press('Alt+r')
    await page.getByRole('button', { name: t('softphone.mood.ready') }).waitFor()
    const call = await caller.calls()
    await page.getByRole('alert').getByText(t('softphone.incoming')).waitFor()
    await page.keyboard.press('Alt+a')
    await page.getByLabel(t('desk.say'), { exact: true }).waitFor()
    await call.say(request)
    const form = page.getByRole('form', { name: t('desk.form') })
    await form.getByRole('list', { name: t('desk.suggestions') }).waitFor()
    await tabTo(page, t('desk.request'))
    await page.keyboard.press('Control+End')
    await page.keyboard.type('，市民姓王')
    await page.keyboard.press('Alt+1')
    await form.getByRole('button', { pressed: true, name: /窨井盖/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('status')
      .filter({ hasText: t('desk.filed') })
      .waitFor()
    await page.keyboard.press('Alt+e')
    await until(call.status, 'the call is over').toBe('completed')
    id = (await lead.tickets())[0]?.id ?? ''
    expect(await lead.ticket(id)).toMatchObject({ state: 'awaitingDispatch', request: `${request}，市民姓王` })
  })

  it('dispatches', async () => {
    const dispatcher = await enter('dispatch1')
    const { page, t } = dispatcher
    await go(dispatcher, 'g', 'd')
    await page.getByRole('button', { name: t('dispatch.confirm') }).waitFor()
    await page.keyboard.press('Enter')
    await reaches('dispatched')
    await page.getByText(t('dispatch.empty')).waitFor()
  })

  it('signs, contacts and answers', async () => {
    const unit = await enter(`${(await lead.ticket(id)).leadUnit?.code ?? ''}-1`)
    const { page, t } = unit
    await go(unit, 'g', 'u')
    await page
      .getByRole('list', { name: t('unit.tab.toSign') })
      .getByRole('listitem')
      .first()
      .waitFor()
    await go(unit, 'j', 'Enter')
    await page.getByRole('button', { name: t('action.sign'), exact: true }).waitFor()
    await page.keyboard.press('s')
    await reaches('handling')
    await page.getByRole('button', { name: t('unit.recordContact') }).waitFor()
    await page.keyboard.press('c')
    await page.getByRole('form', { name: t('action.firstContact') }).waitFor()
    await tabTo(page, t('form.firstContact.text'))
    await page.keyboard.type('已联系市民，约定今日到场。')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('form', { name: t('action.firstContact') }).waitFor({ state: 'detached' })
    await page.keyboard.press('a')
    await page.getByRole('form', { name: t('action.answer') }).waitFor()
    await tabTo(page, t('form.answer.text'))
    await page.keyboard.type('井盖已更换。')
    await tabTo(page, t('form.answer.result'))
    await page.keyboard.type('现场已复原，市民认可。')
    await page.keyboard.press('Control+Enter')
    await reaches('answered')
  })

  it('passes the review', async () => {
    const reviewer = await enter('review1')
    const { page, t } = reviewer
    await go(reviewer, 'g', 'r')
    await page.getByRole('button', { name: t('review.pass') }).waitFor()
    await page.keyboard.press('p')
    await reaches('awaitingFollowUp')
    for (const [question, answer] of [
      ['回访1/3', '1'],
      ['回访2/3', '1'],
      ['回访3/3', '4'],
    ] as const)
      await caller.replies([question], answer)
    await reaches('closed')
  })

  it('lists every key on ?, opens a page or an act by typing, and gives the focus back', async () => {
    const supervisor = await enter('lead1')
    const { page, t } = supervisor
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: t('keys.title') })
    await list.getByText(t('shell.search')).waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: t('shell.searchHint') }).waitFor()
    await page.keyboard.type((await lead.ticket(id)).number)
    await page.getByRole('option', { name: /窨井盖/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: t('ticket.timeline') }).waitFor()
    expect(page.url()).toContain(`/tickets/${id}`)

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: t('shell.searchHint') }).waitFor()
    await page.keyboard.type(t('action.note'))
    await page
      .getByRole('group', { name: t('act.keys') })
      .getByRole('option', { name: t('action.note') })
      .click()
    await page.getByRole('form', { name: t('action.note') }).waitFor()
  })
})
