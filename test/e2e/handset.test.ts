import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage } from '../support/browser.ts'
import { startCity, type City } from '../support/city.ts'
import { staff, until, type Staff } from '../support/journey.ts'
import { expectSound } from '../support/measure.ts'

describe('the virtual handset of the practice carrier', () => {
  let city: City
  let lead: Staff
  const stage = openStage()
  beforeAll(async () => {
    city = await startCity({ stories: 0 })
    lead = await staff(city, 'lead1')
  })
  afterEach(() => stage.clear())
  afterAll(() => city?.stop())

  it('sends a text, and the hotline’s answer comes in', async () => {
    const { page } = await stage.person('a citizen')
    await page.goto(city.carrierUrl)
    await page.getByRole('tab', { name: '短信' }).click()
    await page.getByLabel('输入短信内容').fill('甘泉路街道新村路路灯不亮')
    await page.keyboard.press('Enter')
    const thread = page.getByRole('tabpanel')
    await thread.getByText('甘泉路街道新村路路灯不亮').waitFor()
    await thread.getByText('您的诉求已登记').waitFor()
    expect(await lead.tickets()).toMatchObject([{ channel: 'sms' }])
    await expectSound(page, 'texts')
  })

  it('dials the hotline, hears the greeting and hangs up', async () => {
    const { page } = await stage.person('a caller')
    await page.goto(city.carrierUrl)
    await page.getByRole('button', { name: /^拨打 12345/ }).or(page.getByRole('button', { name: '12345' })).first().click()
    await page.getByText('您好，这里是12345政务服务便民热线').first().waitFor()
    await expectSound(page, 'a call')
    await page.getByRole('button', { name: '挂断' }).click()
    await page.getByRole('button', { name: '返回' }).waitFor()
  })

  it.each([
    ['wide and dark', { theme: 'dark', width: 1440, height: 900 }],
    ['narrow and light', { theme: 'light', width: 390, height: 844 }],
  ] as const)('is sound when %s, in both languages', async (name, look) => {
    const { page } = await stage.person(name, look)
    await page.addInitScript((theme) => localStorage.setItem('carrier-theme', theme), look.theme)
    await page.goto(city.carrierUrl)
    await page.getByRole('tab', { name: '通话' }).waitFor()
    await expectSound(page, `${name}, Chinese`)
    await page.getByRole('button', { name: 'English' }).click()
    await until(() => page.locator('html').getAttribute('lang')).toBe('en')
    await expectSound(page, `${name}, English`)
  })
})
