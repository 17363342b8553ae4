import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, signInQuietly } from '../support/browser.ts'
import type { City } from '../../scripts/start/city.ts'
import { openCity } from '../support/city.ts'
import { staff, until, type Staff } from '../support/journey.ts'
import { expectSound } from '../support/measure.ts'

/** One grey pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

describe('the virtual handset of the practice carrier', () => {
  let city: City
  let lead: Staff
  const stage = openStage()
  beforeAll(async () => {
    city = await openCity()
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

  it('sends a picture, which is on the ticket', async () => {
    const { page } = await stage.person('a citizen with a camera')
    await page.goto(city.carrierUrl)
    await page.getByRole('button', { name: '+8613900020002', exact: true }).click()
    await page.getByRole('tab', { name: '短信' }).click()
    await page.locator('input[type=file]').setInputFiles({ name: '路灯.png', mimeType: 'image/png', buffer: picture })
    await page.getByLabel('输入短信内容').fill('曹杨新村街道兰溪路138号路灯不亮，见图')
    await page.keyboard.press('Enter')
    const thread = page.getByRole('tabpanel')
    await thread.getByText('您的诉求已登记').waitFor()
    await thread.getByRole('img').first().waitFor()
    const id = (await lead.tickets()).find(({ title }) => title.includes('见图'))?.id ?? ''
    // It stands on the ticket at once, and is fetched from the carrier a moment later.
    await until(async () => (await lead.ticket(id)).attachments, 'the picture is kept').toMatchObject([
      { contentType: 'image/png', size: picture.length },
    ])
  })

  it('hangs up in the queue, and is rung back from the list', async () => {
    const agent = await stage.person('an agent')
    await signInQuietly(agent, city.config.publicUrl, 'agent1')
    await agent.page.goto(`${city.config.publicUrl}/desk`)
    const telephone = agent.page.getByRole('group', { name: agent.t('softphone.title') })
    for (const mood of ['ready', 'break'] as const) {
      await telephone.getByRole('button').click()
      await agent.page.getByRole('menuitem', { name: agent.t(`softphone.to.${mood}`) }).click()
      await telephone.getByRole('button', { name: agent.t(`softphone.mood.${mood}`) }).waitFor()
    }

    const { page } = await stage.person('a caller who waits')
    await page.goto(city.carrierUrl)
    await page.getByRole('button', { name: /^拨打 12345/ }).click()
    await page.getByText('本次通话将被录音').first().waitFor()
    await page.getByText('您是下一位，请稍候').first().waitFor()
    await page.getByRole('button', { name: '挂断' }).click()

    await agent.page.getByRole('button', { name: agent.t('desk.dialBack') }).click()
    await page.getByText('12345 来电').waitFor()
    await page.getByRole('button', { name: '接听' }).click()
    // What is said before the notice of recording is over is written down by nobody.
    await telephone.getByRole('button', { name: agent.t('softphone.mood.talking') }).waitFor()
    await page.getByRole('textbox', { name: '说话' }).fill('刚才等太久了，想问路灯的事')
    await page.keyboard.press('Enter')
    await agent.page
      .getByRole('region', { name: agent.t('desk.transcript') })
      .getByText('刚才等太久了')
      .waitFor()
    await page.getByRole('button', { name: '挂断' }).click()
    await agent.page.getByRole('button', { name: agent.t('desk.outcome.reached') }).click()
    await agent.page.getByText(agent.t('desk.noCallbacks')).waitFor()
  })

  it('dials the hotline, hears the greeting and hangs up', async () => {
    const { page } = await stage.person('a caller')
    await page.goto(city.carrierUrl)
    await page
      .getByRole('button', { name: /^拨打 12345/ })
      .or(page.getByRole('button', { name: '12345' }))
      .first()
      .click()
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
