import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acts } from '../../../api/tickets/life/acts/acts.ts'
import type { City } from '../../../scripts/start/city.ts'
import { openBusyCity } from '../../support/city.ts'
import { openStage, signInQuietly } from '../../support/browser.ts'
import { citizen, staff } from '../../support/journey.ts'
import { expectSound } from '../../support/measure.ts'
import { firstLook, narrow, openVisitors, people, wide } from '../../support/visitors.ts'

describe('pages in the states that work brings', () => {
  let city: City
  const stage = openStage()
  const { visitor } = openVisitors(stage, () => city)
  beforeAll(async () => {
    city = await openBusyCity()
  })
  afterAll(() => city?.stop())

  it('the desk while it rings, while one talks, and afterwards', async () => {
    const agents = [
      { user: 'agent2', phone: '+8613800010021', look: { ...wide, theme: 'dark', locale: 'zh-CN' } },
      { user: 'agent3', phone: '+8613800010022', look: { ...narrow, theme: 'light', locale: 'en' } },
    ] as const
    const opened = []
    for (const { user, phone, look } of agents) {
      const person = await stage.person(`${user} on the telephone`, look)
      await signInQuietly(person, city.config.publicUrl, user)
      await person.page.goto(`${city.config.publicUrl}/desk`)
      const telephone = person.page.getByRole('group', { name: person.t('softphone.title') })
      await telephone.getByRole('button').click()
      await person.page.getByRole('menuitem', { name: person.t('softphone.to.ready') }).click()
      await telephone.getByRole('button', { name: person.t('softphone.mood.ready') }).waitFor()
      opened.push({ person, phone })
    }
    // One after the other: a telephone rings for twenty seconds, and whoever is ready the longest is rung.
    for (const { person, phone } of opened) {
      const { page, t } = person
      await citizen(city, phone).calls()
      const name = (state: string) => `${state}, ${page.viewportSize()?.width} px`
      await page.getByRole('alert').getByText(t('softphone.incoming')).waitFor()
      await expectSound(page, name('ringing'))
      await page.keyboard.press('Alt+a')
      const form = page.getByRole('form', { name: t('desk.form') })
      await form.getByLabel(t('desk.request')).fill('中山北路1200弄门口路灯坏了三天，煤气味很重，有人晕倒。')
      await form.getByRole('list', { name: t('desk.suggestions') }).waitFor()
      await expectSound(page, name('talking'))
      await page.keyboard.press('Alt+e')
      await page.getByRole('button', { name: t('desk.finish') }).waitFor()
      await expectSound(page, name('after the call'))
      await page.keyboard.press('Control+Enter')
      await page
        .getByRole('status')
        .filter({ hasText: t('desk.filed') })
        .waitFor()
      await expectSound(page, name('filed'))
    }
  })

  it('the form of every act one may make on a ticket, the search and the list of keys', async () => {
    for (const look of [firstLook, { ...narrow, theme: 'dark', locale: 'en' } as const]) {
      const { person, rest } = await visitor('supervisor', look)
      const { page, t } = person
      const lead = await staff(city, people.supervisor)
      const done = new Set<string>()
      let written = false
      for (const view of ['dispatch', 'unit', 'review']) {
        const [row] = await lead.tickets(`view=${view}`)
        if (!row) continue
        const fresh = (await lead.ticket(row.id)).actions.filter(
          ({ action }) => !done.has(action) && Object.keys(acts[action].fields).length > 0,
        )
        await page.goto(`${city.config.publicUrl}/tickets/${row.id}`)
        await page.getByRole('region', { name: t('ticket.timeline') }).waitFor()
        await rest()
        for (const { action } of fresh) {
          done.add(action)
          await page.keyboard.press(acts[action].key.replace('shift', 'Shift'))
          const form = page.getByRole('form', { name: t(`action.${action}`) })
          await form.waitFor()
          // As much as somebody writes who has a lot to say: it scrolls in its own box and lies over nothing that follows. Once is enough.
          const field = form.locator('textarea').first()
          if (!written && (await field.count()) > 0) {
            written = true
            await field.fill('今日到场清理。'.repeat(170))
          }
          await rest()
          await expectSound(page, `${action}, ${look.width} px`, look !== firstLook)
          await page.keyboard.press('Escape')
          await form.waitFor({ state: 'detached' })
        }
      }
      expect.soft(done.size, 'acts seen').toBeGreaterThan(8)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: t('keys.title') }).waitFor()
      await expectSound(page, `keys, ${look.width} px`)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: t('shell.searchHint') }).fill('路灯')
      await rest()
      await expectSound(page, `search, ${look.width} px`)
    }
  })

  it('a page whose list does not come says so in its place, and brings it when asked again', async () => {
    const broken = { status: 500, contentType: 'application/problem+json', body: '{"code":"internal","status":500}' }
    const look = { ...narrow, theme: 'dark', locale: 'en' } as const
    const person = await stage.person('one whose lists fail', look)
    const { page, t } = person
    person.expectFault(/500/)
    await signInQuietly(person, city.config.publicUrl, people.supervisor)
    await page.route(/\/api\/tickets\?/, (route) => route.fulfill(broken))
    await page.goto(`${city.config.publicUrl}/tickets`)
    await page.getByRole('alert').getByText(t('problem.internal')).waitFor()
    // the frame and the filters are alive
    await page
      .getByRole('heading', { name: t('tickets.title'), level: 1 })
      .first()
      .waitFor()
    await page.getByRole('group', { name: t('tickets.views') }).waitFor()
    await expectSound(page, 'the tickets without their list')
    await page.unroute(/\/api\/tickets\?/)
    await page.getByRole('button', { name: t('ui.retry') }).click()
    await page.getByRole('grid').locator('[aria-rowindex="2"]').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})
