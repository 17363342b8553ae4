import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { City } from '../../scripts/start/city.ts'
import { openStage, signInQuietly } from '../support/browser.ts'
import { openCity } from '../support/city.ts'
import { citizen, staff, until } from '../support/journey.ts'
import { outOfReach } from '../support/measure.ts'

/** How long the cursor is watched, s. `WATCH_SECONDS=60` is the length of a whole minute's talk; the usual run packs as much into less. */
const seconds = Number(process.env['WATCH_SECONDS'] ?? 15)
/** Between two keys, ms: a fast typist. */
const stroke = 60

/** Letters that are shortcuts somewhere, and what one writes otherwise. */
const written = 'n j k x g t g d 1 2 3 ? / r a s c w e no new joke next question? 12/3 '
const request = '普陀区大渡河路108弄窨井盖破损，行人容易绊倒'
const told = [
  request,
  '在小区门口那边',
  '昨天晚上有人差点摔下去',
  '楼上煤气漏了，味道很大',
  '普陀区长风街道也有一个',
  '我姓王',
  '希望尽快处理',
  '现在有人被困在电梯里',
]

const place = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement
      ? [...(at.labels ?? [])].map((one) => one.innerText).join(' ')
      : (at?.tagName ?? '')
  })

/** How far from the top each control of the desk is, by its name; of several with one name the first. */
const heights = (page: Page) =>
  page.evaluate(() => {
    const found = new Map<string, number>()
    for (const control of document.querySelectorAll<HTMLElement>('main button, main input, main textarea')) {
      const { top, bottom, width } = control.getBoundingClientRect()
      const label = control instanceof HTMLInputElement ? control.labels?.[0]?.innerText : undefined
      const name = label ?? control.ariaLabel ?? control.textContent
      if (width > 2 && bottom > 0 && top < innerHeight && name !== '' && !found.has(name)) found.set(name, top)
    }
    return [...found]
  })
type Heights = Awaited<ReturnType<typeof heights>>
const moved = (before: Heights, after: Heights) => {
  const now = new Map(after)
  return before.filter(([name, top]) => Math.abs((now.get(name) ?? top) - top) > 1)
}

/** Writes down in the page every move of the cursor, and how much went on meanwhile. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const seen = { moves: [] as string[], changes: 0 }
    Object.assign(globalThis, { seen })
    const note = ({ type, target }: Event) => {
      if (target instanceof Element) seen.moves.push(`${type} ${target.tagName} ${target.id}`)
    }
    document.addEventListener('focusin', note)
    document.addEventListener('focusout', note)
    new MutationObserver((all) => (seen.changes += all.length)).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
const watched = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seen: { moves: string[]; changes: number } }).seen)

describe('the cursor while a call goes on', () => {
  let city: City
  const stage = openStage()
  beforeAll(async () => {
    city = await openCity()
  })
  afterAll(() => city?.stop())

  it(
    'stays where it was put while turns, suggestions, texts, rings, alerts and other people’s acts arrive, and no letter is a shortcut',
    async () => {
      const agent = await stage.person('agent1')
      await signInQuietly(agent, city.config.publicUrl, 'agent1')
      const { page, t } = agent
      await page.goto(`${city.config.publicUrl}/desk`)
      await page.getByRole('button', { name: t('softphone.mood.offline') }).waitFor()
      await page.keyboard.press('Alt+r')
      await page.getByRole('button', { name: t('softphone.mood.ready') }).waitFor()
      const idle = await heights(page)
      const call = await citizen(city, '+8613912380001').calls()
      await page.getByRole('alert').getByText(t('softphone.incoming')).waitFor()
      expect(moved(idle, await heights(page)), 'pushed by a ring').toEqual([])
      await page.keyboard.press('Alt+a')
      await until(() => place(page), 'the cursor after answering').toContain(t('desk.request'))
      const silent = await heights(page)
      await call.say(request)
      const field = page.getByLabel(t('desk.request'), { exact: true })
      await until(() => field.inputValue(), 'what is heard').toBe(request)
      const form = page.getByRole('form', { name: t('desk.form') })
      await form.getByRole('list', { name: t('desk.suggestions') }).waitFor()
      expect(moved(silent, await heights(page)), 'pushed by turns and suggestions').toEqual([])

      await watch(page)
      let over = false
      let sent = 0
      const lead = await staff(city, 'lead1')
      const others = async () => {
        for (; !over; sent += 1) {
          await call.say(told[sent % told.length] ?? request)
          // another citizen writes, of a danger every third time; another one rings and waits or goes; somebody acts on a ticket
          await citizen(city, `+86139124${String(sent).padStart(5, '0')}`).text(
            sent % 3 === 0 ? `${sent}号楼着火了，快来人` : `${request}，第${sent}个`,
          )
          if (sent % 4 === 1) await (await citizen(city, `+86139125${String(sent).padStart(5, '0')}`).calls()).hangUp()
          const [newest] = await lead.tickets()
          if (newest && sent % 2 === 0) await lead.act(newest.id, 'note', { text: `第${sent}次` })
        }
      }
      const going = others()
      const end = Date.now() + seconds * 1000
      let typed = ''
      while (Date.now() < end) {
        const key = written[typed.length % written.length] ?? ' '
        await page.keyboard.press(key === ' ' ? 'Space' : key, { delay: stroke })
        typed += key
      }
      over = true
      await going

      const { moves, changes } = await watched(page)
      expect(moves, 'the cursor was moved').toEqual([])
      expect(await field.inputValue(), 'each letter is in the field').toBe(`${request}${typed}`)
      const work = page.getByRole('region', { name: t('desk.work') })
      await work.getByRole('alert').first().waitFor()
      const own = await work.getByRole('button').allTextContents()
      const pushed = moved(silent, await heights(page)).filter(([name]) => own.includes(name))
      expect(pushed, 'pushed by an alarm, a long text and others’ acts').toEqual([])
      expect(await outOfReach(page), 'covered by a long text or a message').toEqual([])
      expect(new URL(page.url()).search, 'nothing else was opened').toMatch(/^\?open=call/)
      // the watch would prove nothing over a page in which nothing happened
      expect(sent, 'rounds of what others did').toBeGreaterThan(seconds / 4)
      expect(changes, 'changes of the page').toBeGreaterThan(seconds * 10)
      console.info(
        `watched ${seconds} s: ${sent} rounds of events, ${changes} changes of the page, ${typed.length} keys`,
      )

      // with the cursor in no field the same letters do nothing either
      const before = { path: page.url(), text: await field.inputValue() }
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
      await page.keyboard.type(written.replaceAll(' ', ''))
      expect({ path: page.url(), text: await field.inputValue() }).toEqual(before)
      expect(await page.getByRole('dialog').count()).toBe(0)
      // the way there is on F1, and every letter behind F2, from within a field as well
      await page.keyboard.press('F1')
      const keys = page.getByRole('dialog', { name: t('keys.title') })
      await keys.getByText('F2').first().waitFor()
      await page.keyboard.press('Escape')
      await keys.waitFor({ state: 'detached' })
      await field.focus()
      await page.keyboard.press('F2')
      await page.keyboard.press('n')
      await page.waitForURL(/open=new/)
      await call.hangUp()
    },
    (seconds + 90) * 1000,
  )
})
