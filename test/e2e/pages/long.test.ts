import Database from 'better-sqlite3'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startCity, type City } from '../../../scripts/start/city.ts'
import { openStage } from '../../support/browser.ts'
import { expectSound } from '../../support/measure.ts'
import { firstLook, narrow, openVisitors, wide } from '../../support/visitors.ts'

const sentence = '小区门口路灯坏了三天没人修，晚上老人孩子走路都看不清，'
const request = sentence.repeat(50).slice(0, 1200)
/** One word that no line can hold, and no space in it to break at. */
const unbroken = 'https://example.org/' + 'a'.repeat(400)
const name = '莱斯利·范·德·维尔德-'.repeat(20).slice(0, 200)

/** Makes everything that people write as long as anybody wrote it yet. */
const lengthen = (folder: string) => {
  const db = new Database(join(folder, 'yixian.db'))
  db.prepare('update ticket set title = ?, request = ? || char(10) || ?, place = ?').run(
    request.slice(0, 100),
    request,
    unbroken,
    name,
  )
  for (const [table, column] of [
    ['citizen', 'name'],
    ['unit', 'name'],
    ['unit', 'name_en'],
    ['staff', 'name'],
    ['message', 'body'],
    ['timeline_entry', 'actor_name'],
  ] as const)
    db.prepare(`update ${table} set ${column} = ? where ${column} <> ''`).run(column === 'body' ? request : name)
  db.prepare(`update timeline_entry set text = ? where text is not null`).run(`${request}\n${unbroken}`)
  db.prepare(`update answer set text = ?`).run(`${request}\n${unbroken}`)
  db.close()
}

describe('pages full of long words and names', () => {
  let folder: string
  let city: City
  const stage = openStage()
  const { visitor } = openVisitors(stage, () => city)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yixian-long-'))
    await cp(inject('busyCity'), folder, { recursive: true })
    lengthen(folder)
    city = await startCity({ copyOf: folder })
  })
  afterAll(async () => {
    await city?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it.each([
    ['supervisor', '/tickets'],
    ['supervisor', '/dispatch'],
    ['supervisor', '/dispatch?tab=returns'],
    ['supervisor', '/review'],
    ['supervisor', '/follow-up'],
    ['agent', '/threads'],
    ['agent', '/desk'],
    ['unitHead', '/unit'],
    ['unitHead', '/unit?tab=handling'],
    ['supervisor', '/wallboard'],
    ['supervisor', '/rates'],
    ['supervisor', '/staff'],
  ] as const)('%s before %s', async (role, path) => {
    for (const look of [firstLook, { ...narrow, theme: 'dark', locale: 'en' } as const]) {
      const { person, rest } = await visitor(role, look)
      await person.page.goto(`${city.config.publicUrl}${path}`)
      await person.page.getByRole('navigation', { name: person.t('shell.navigation') }).waitFor()
      await rest()
      await expectSound(person.page, `${path} as ${role}, ${look.width} px`, false)
    }
  })

  it('the page of a ticket, at both of its ends', async () => {
    let seen = 0
    for (const look of [
      { ...wide, theme: 'dark', locale: 'en' } as const,
      { ...narrow, theme: 'light', locale: 'zh-CN' } as const,
    ]) {
      const { person, rest } = await visitor('supervisor', look)
      const { page, t } = person
      for (const view of ['dispatch', 'unit', 'review', 'followUp']) {
        await page.goto(`${city.config.publicUrl}/tickets?view=${view}`)
        await rest()
        const row = page.getByRole('grid').locator('[aria-rowindex="2"]')
        if (!(await row.isVisible())) continue
        seen += 1
        await row.click()
        await page.getByRole('region', { name: t('ticket.timeline') }).waitFor()
        await rest()
        await expectSound(page, `a ticket of ${view}, ${look.width} px`, false)
        await page.locator('#page').evaluate((main) => main.scrollTo(0, main.scrollHeight))
        await expectSound(page, `the end of a ticket of ${view}, ${look.width} px`, false)
      }
    }
    expect(seen).toBeGreaterThan(4)
  })
})
