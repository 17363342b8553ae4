import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDb } from '../../db/open.ts'
import { openStage, signInQuietly, type Person } from '../support/browser.ts'
import type { City } from '../../scripts/start/city.ts'
import { openCity } from '../support/city.ts'
import { citizen, staff, until, type Staff } from '../support/journey.ts'

/** What the browser itself reports of a refused request and of a server that is away. */
const refused = /409 \(Conflict\)/
const away = /ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING/

describe('several people on one ticket', () => {
  let city: City
  let lead: Staff
  let phones = 0
  const stage = openStage()
  beforeAll(async () => {
    city = await openCity()
    lead = await staff(city, 'lead1')
  })
  afterEach(() => stage.clear())
  afterAll(() => city?.stop())

  /** A ticket of its own for a test: it waits for a unit. */
  const newTicket = async () => {
    const before = new Set((await lead.tickets()).map(({ id }) => id))
    phones += 1
    await citizen(city, `+861391235000${phones}`).text('普陀区大渡河路108弄窨井盖破损')
    const find = async () =>
      (await lead.tickets()).find(({ id, state }) => !before.has(id) && state === 'awaitingDispatch')?.id
    await until(find, 'the ticket is there').toBeDefined()
    return (await find()) ?? ''
  }
  const visit = async (
    username: string,
    ticketId: string,
    ready: (person: Person) => Promise<void> = async () => undefined,
  ) => {
    const person = await stage.person(username)
    await signInQuietly(person, city.config.publicUrl, username)
    await ready(person)
    await person.page.goto(`${city.config.publicUrl}/tickets/${ticketId}`)
    await person.page.getByRole('button', { name: person.t('action.dispatch') }).waitFor()
    return person
  }

  it('shows one what the other does, keeps what was typed, and asks before going on', async () => {
    const id = await newTicket()
    const reader = await visit('dispatch1', id)
    const writer = await visit('dispatch2', id)
    const { page, t } = writer
    await page.keyboard.press('d')
    const form = page.getByRole('form', { name: t('action.dispatch') })
    await form.getByLabel(t('form.dispatch.instruction')).fill('请先围挡再修')

    await reader.page.keyboard.press('n')
    const note = reader.page.getByRole('form', { name: t('action.note') })
    await note.getByLabel(t('form.note.text')).fill('市民补充：井盖在非机动车道上')
    await note.getByRole('button', { name: t('action.note') }).click()

    await form.getByText(t('act.news')).waitFor()
    await page
      .getByRole('list', { name: t('ticket.timeline') })
      .getByText('市民补充：井盖在非机动车道上')
      .waitFor()
    expect(await form.getByLabel(t('form.dispatch.instruction')).inputValue()).toBe('请先围挡再修')
    await form.getByRole('button', { name: t('act.goOn') }).click()
    await form.getByRole('button', { name: t('action.dispatch') }).click()
    await form.waitFor({ state: 'detached' })
    await reader.page.getByText(t('state.dispatched')).first().waitFor()
    expect(await lead.ticket(id)).toMatchObject({ state: 'dispatched' })
  })

  it('tells the second of two that the first was faster, even when no event has come', async () => {
    const id = await newTicket()
    const deaf = await visit('dispatch2', id, async ({ context, expectFault }) => {
      expectFault(refused)
      expectFault(away)
      await context.route('**/api/live*', (route) => route.abort())
    })
    const { page, t } = deaf
    await page.keyboard.press('d')
    const form = page.getByRole('form', { name: t('action.dispatch') })
    await form.getByLabel(t('form.dispatch.instruction')).fill('请今日处理')
    const dispatcher = await staff(city, 'dispatch1')
    await dispatcher.act(id, 'note', { text: '已电话告知街道' })

    await form.getByRole('button', { name: t('action.dispatch') }).click()
    await form.getByText(t('act.news')).waitFor()
    await form.getByText('已电话告知街道').waitFor()
    expect(await form.getByLabel(t('form.dispatch.instruction')).inputValue()).toBe('请今日处理')
    expect((await lead.ticket(id)).state).toBe('awaitingDispatch')
    await form.getByRole('button', { name: t('act.goOn') }).click()
    await form.getByRole('button', { name: t('action.dispatch') }).click()
    await form.waitFor({ state: 'detached' })
    await until(async () => (await lead.ticket(id)).state, 'once it has left').toBe('dispatched')
  })

  it('catches up without a reload after the server was away', async () => {
    const id = await newTicket()
    const { page, t, expectFault } = await visit('dispatch1', id)
    expectFault(away)
    await page.evaluate(() => Reflect.set(window, 'sameDocument', true))
    await city.kill()
    await page.getByText(t('shell.reconnecting')).waitFor()
    await city.restart()
    const other = await staff(city, 'dispatch2')
    await other.act(id, 'dispatch', {})
    await page.getByText(t('shell.reconnecting')).waitFor({ state: 'detached', timeout: 40_000 })
    await page.getByText(t('state.dispatched')).first().waitFor()
    await until(
      () => page.getByRole('button', { name: t('action.dispatch'), exact: true }).count(),
      'the act is not offered any more',
    ).toBe(0)
    expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true)
  })

  it('keeps notices with the person: taken in hand or read in one browser, they are in the other', async () => {
    const [first, second] = [await stage.person('lead1, one browser'), await stage.person('lead1, another')]
    for (const { page, ...person } of [first, second]) {
      await signInQuietly({ page, ...person }, city.config.publicUrl, 'lead1')
      await page.goto(`${city.config.publicUrl}/tickets`)
    }
    const { t } = first
    const bell = ({ page }: Person) => page.getByRole('button', { name: t('shell.notifications') })
    const says = (person: Person) => bell(person).getAttribute('aria-label')
    const [unread, waits] = [t('shell.unread', { count: 1 }), t('notice.openDangers', { count: 1 })]
    const sound = async (person: Person) => {
      await until(() => says(person), 'unread').toContain(unread)
      await until(() => says(person), 'in nobody’s hand').toContain(waits)
    }
    await bell(first).waitFor()
    await bell(second).waitFor()
    await citizen(city, '+8613912350099').text('普陀区大渡河路108弄3号楼着火了，快来人')
    await sound(first)
    await sound(second)
    await first.page.reload()
    await sound(first)

    await bell(first).click()
    const dangers = first.page.getByRole('region', { name: waits })
    await dangers.getByRole('button', { name: t('notice.acknowledge') }).click()
    const handled = /任泽宇 .*已接手处置/
    await first.page.getByText(handled).waitFor()
    await first.page.keyboard.press('Escape')
    for (const person of [first, second]) await until(() => says(person), 'read').toBe(t('shell.notifications'))
    await bell(second).click()
    await second.page.getByRole('link', { name: handled }).waitFor()
  })

  it('tells dispatchers behind the bell of a ticket that waits too long, and leads there', async () => {
    const id = await newTicket()
    const { page, t } = await visit('dispatch1', id)
    await page.goto(`${city.config.publicUrl}/dispatch`)
    const db = await openDb(city.config.databaseUrl)
    const { ticket } = db.t
    const past = new Date(Date.now() - 1_000)
    await db.tx((tx) => tx.q.update(ticket).set({ warnAt: past }).where(eq(ticket.id, id)).returning({ id: ticket.id }))
    await db.close()
    const bell = page.getByRole('button', { name: t('shell.notifications') })
    // the clocks are looked at twice a minute
    const unread = t('shell.unread', { count: 1 })
    await expect.poll(() => bell.getAttribute('aria-label'), { timeout: 70_000 }).toContain(unread)
    await bell.click()
    await page.getByRole('link', { name: t('timeline.warned.undispatched', { level: 1 }) }).click()
    await page.waitForURL(new RegExp(id))
  })
})
