import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, signInQuietly, type Look } from '../support/browser.ts'
import type { City } from '../../scripts/start/city.ts'
import { openCity } from '../support/city.ts'
import { citizen, until } from '../support/journey.ts'

const request = '普陀区大渡河路108弄窨井盖破损，行人容易绊倒'

/** The label of the field that has the focus, or what else has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    const field = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at : undefined
    return field
      ? [...(field.labels ?? [])].map((one) => one.innerText).join(' ')
      : (at?.textContent ?? '').slice(0, 80)
  })

describe('at the desk', () => {
  let city: City
  const stage = openStage()
  beforeAll(async () => {
    city = await openCity()
  })
  afterAll(() => city?.stop())
  const sit = async (username: string, path: string, look?: Look) => {
    const person = await stage.person(`${username} ${path}`, look)
    await signInQuietly(person, city.config.publicUrl, username)
    await person.page.goto(`${city.config.publicUrl}${path}`)
    await person.page.getByRole('navigation', { name: person.t('shell.navigation') }).waitFor()
    return person
  }

  it('goes on in the request when a call is answered, when the answer is put away, and in what became of it', async () => {
    const { page, t } = await sit('agent1', '/desk')
    await page.getByRole('button', { name: t('softphone.mood.offline') }).waitFor()
    await page.keyboard.press('Alt+r')
    await page.getByRole('button', { name: t('softphone.mood.ready') }).waitFor()
    const call = await citizen(city, '+8613912370001').calls()
    await page.getByRole('alert').getByText(t('softphone.incoming')).waitFor()
    await page.keyboard.press('Alt+a')
    await until(() => focused(page), 'the focus after answering').toContain(t('desk.request'))
    await page.keyboard.type(request)
    await page.keyboard.press('Alt+d')
    await until(() => focused(page), 'the focus in the answer').toContain(t('desk.answer'))
    await page.keyboard.press('Escape')
    await until(() => focused(page), 'the focus after Escape').toContain(t('desk.request'))
    const card = page.getByRole('complementary', { name: t('desk.help') })
    await card.getByText(t('desk.history', { contacts: 1, tickets: 0, open: 0 })).waitFor()
    await page.keyboard.press('Control+Enter')
    await until(() => focused(page), 'the focus after filing').toContain(t('desk.filed'))
    // the card beside it counts the ticket, and does not take this very call for an earlier one
    await card.getByText(t('desk.history', { contacts: 1, tickets: 1, open: 1 })).waitFor()
    expect(await card.getByText(t('desk.earlier')).count()).toBe(0)
    await page.keyboard.press('Alt+e')
    await until(call.status, 'the call is over').toBe('completed')
  })

  it('keeps an answer by text that was not sent through a reload and a look at another conversation', async () => {
    for (const phone of ['+8613912370002', '+8613912370003']) await citizen(city, phone).text(request)
    const { page, t, expectFault } = await sit('agent2', '/threads?all=1')
    const list = page.getByRole('region', { name: t('threads.title') })
    const first = list.getByRole('button', { name: '0002' })
    const second = list.getByRole('button', { name: '0003' })
    await Promise.all([first.waitFor(), second.waitFor()])
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const reply = page.getByLabel(t('threads.reply'), { exact: true })
    await reply.waitFor()
    await first.click()
    await until(() => first.getAttribute('aria-current'), 'the first one').toBe('true')
    await page.keyboard.press('r')
    await page.keyboard.type('您好，已安排养护人员到场。')
    await page.reload()
    await until(() => reply.inputValue(), 'after the reload').toBe('您好，已安排养护人员到场。')
    await second.click()
    await until(() => reply.inputValue(), 'the other conversation').toBe('')
    await first.click()
    await until(() => reply.inputValue(), 'the first one again').toBe('您好，已安排养护人员到场。')
    await reply.press('Control+Enter')
    await page.getByRole('log').getByText('您好，已安排养护人员到场。').waitFor()
    await page.reload()
    await reply.waitFor()
    expect(await reply.inputValue(), 'sent is sent').toBe('')
    await reply.fill('还没有写完')
    // What the page was still asking for when the session ended is refused.
    expectFault(/401/)
    await page.getByRole('button', { name: t('shell.account', { name: '' }).trim() }).click()
    await page.getByRole('menuitem', { name: t('shell.signOut') }).click()
    await page.getByRole('button', { name: t('signIn.submit') }).waitFor()
    const left = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('yixian.')))
    expect(await left(), 'nothing is left for whoever sits down next').toEqual([])
  })

  it('leads with j and Enter to the ticket where a narrow screen has no room for it beside the queue', async () => {
    const { page, t } = await sit('dispatch1', '/dispatch', { width: 1024, height: 768 })
    const rows = page.getByRole('list', { name: t('dispatch.queue') }).getByRole('button')
    await until(() => rows.count(), 'what waits').toBeGreaterThan(1)
    await page.keyboard.press('j')
    await until(() => rows.nth(1).getAttribute('aria-current'), 'the second').toBe('true')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/tickets\/tkt_/)
    await page.getByRole('heading', { name: request, exact: true }).first().waitFor()
  })

  it('begins on a phone with what there is to open, and with the form when one is open', async () => {
    const phone = { width: 390, height: 844 }
    const { page, t } = await sit('agent3', '/desk', phone)
    const tab = (name: string) => page.getByRole('tab', { name, exact: true }).getAttribute('aria-selected')
    await until(() => tab(t('desk.contacts')), 'nothing open').toBe('true')
    await page.goto(`${city.config.publicUrl}/desk?open=new`)
    await until(() => tab(t('desk.work')), 'the form').toBe('true')
  })
})
