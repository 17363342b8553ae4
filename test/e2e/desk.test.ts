import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, signInQuietly, type Look } from '../support/browser.ts'
import { startCity, type City } from '../support/city.ts'
import { citizen, until } from '../support/journey.ts'

const request = '普陀区大渡河路108弄窨井盖破损，行人容易绊倒'

describe('at the desk', () => {
  let city: City
  const stage = openStage()
  beforeAll(async () => {
    city = await startCity({ stories: 0 })
  })
  afterAll(() => city?.stop())
  const sit = async (username: string, path: string, look?: Look) => {
    const person = await stage.person(`${username} ${path}`, look)
    await signInQuietly(person, city.config.publicUrl, username)
    await person.page.goto(`${city.config.publicUrl}${path}`)
    await person.page.getByRole('navigation', { name: person.t('shell.navigation') }).waitFor()
    return person
  }

  it('keeps an answer by text that was not sent through a reload and a look at another conversation', async () => {
    for (const phone of ['+8613912370002', '+8613912370003']) await citizen(city, phone).text(request)
    const { page, t } = await sit('agent2', '/threads?all=1')
    const rows = page.getByRole('region', { name: t('threads.title') }).getByRole('listitem')
    await until(() => rows.count(), 'both conversations').toBe(2)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const reply = page.getByLabel(t('threads.reply'), { exact: true })
    await reply.waitFor()
    await page.keyboard.press('r')
    await page.keyboard.type('您好，已安排养护人员到场。')
    await page.reload()
    await until(() => reply.inputValue(), 'after the reload').toBe('您好，已安排养护人员到场。')
    await rows.nth(1).getByRole('button').click()
    await until(() => reply.inputValue(), 'the other conversation').toBe('')
    await rows.nth(0).getByRole('button').click()
    await until(() => reply.inputValue(), 'the first one again').toBe('您好，已安排养护人员到场。')
    await reply.press('Control+Enter')
    await page.getByRole('log').getByText('您好，已安排养护人员到场。').waitFor()
    await page.reload()
    await reply.waitFor()
    expect(await reply.inputValue(), 'sent is sent').toBe('')
  })
})
