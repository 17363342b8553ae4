import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissions, type Permission } from '../../api/vocabulary/permissions.ts'
import { openStage, signInQuietly, type Look, type Person } from '../support/browser.ts'
import { acts } from '../../api/tickets/life/acts/acts.ts'
import { startCity, type City } from '../../scripts/start/city.ts'
import { citizen, staff } from '../support/journey.ts'
import { expectSound, layoutShift, watchLayout, watchRequests } from '../support/measure.ts'

/** One person for each role. */
const people = {
  agent: 'agent1',
  dispatcher: 'dispatch1',
  unitStaff: 'putuo-1',
  unitHead: 'putuo-head',
  reviewer: 'review1',
  followUp: 'follow1',
  supervisor: 'lead1',
  admin: 'admin',
} as const
type Role = keyof typeof people
const roles = Object.keys(people).filter((role): role is Role => role in people)

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
/** Any two of size, theme and language meet in these four. */
const looks: readonly Required<Look>[] = [
  { ...wide, theme: 'light', locale: 'zh-CN' },
  { ...narrow, theme: 'dark', locale: 'zh-CN' },
  { ...narrow, theme: 'light', locale: 'en' },
  { ...wide, theme: 'dark', locale: 'en' },
]

const [first = { ...wide, theme: 'light', locale: 'zh-CN' } as const] = looks

const pages: Readonly<Record<string, Permission | undefined>> = {
  '/desk': 'desk.use',
  '/desk?open=new': 'desk.use',
  '/tickets': 'ticket.read',
  '/tickets/:id': 'ticket.read',
  '/dispatch': 'dispatch.desk',
  '/dispatch?tab=returns': 'dispatch.desk',
  '/review': 'review.desk',
  '/threads': 'desk.use',
  '/knowledge': 'knowledge.read',
  '/unit': 'unit.desk',
  '/unit?tab=handling': 'unit.desk',
  '/follow-up': 'followUp.desk',
  '/wallboard': 'wallboard.read',
  '/rates': 'report.read',
  '/staff': 'directory.read',
  '/audit': 'audit.read',
  '/_ui': 'staff.manage',
  '/settings': undefined,
  '/nowhere': undefined,
}

/**
 * Every role that may open the page, each in the next look; few roles come again until every look was seen. `examined`: the dear
 * examination for accessibility, in two looks that have both sizes and both themes; pages take turns with the language.
 */
const visitsOf = (permission: Permission | undefined, turn: number) => {
  const able =
    permission === undefined
      ? roles
      : roles.filter((role) => (permissions[permission] as readonly string[]).includes(role))
  return Array.from({ length: Math.max(able.length, looks.length) }, (_, at) => ({
    role: able[at % able.length] ?? 'admin',
    look: looks[(at + turn) % looks.length] ?? first,
    examined: at < looks.length && Math.floor(((at + turn) % looks.length) / 2) === turn % 2,
  }))
}

describe('every page of every role', () => {
  let city: City
  const stage = openStage()
  const tickets = new Map<Role, string>()
  const known = new Map<string, { person: Person; rest: () => Promise<void> }>()
  beforeAll(async () => {
    city = await startCity({ stories: 60 })
    for (const role of roles) {
      const [first] = await (await staff(city, people[role])).tickets()
      if (first) tickets.set(role, first.id)
    }
  })
  afterAll(() => city?.stop())

  const visitor = async (role: Role, look: Look) => {
    const name = [role, look.width, look.theme, look.locale].join(' ')
    const found = known.get(name)
    if (found) return found
    const person = await stage.person(name, look)
    await watchLayout(person.page)
    const rest = watchRequests(person.page)
    await signInQuietly(person, city.config.publicUrl, people[role])
    known.set(name, { person, rest })
    return { person, rest }
  }

  it.each(Object.entries(pages).map(([path, permission], turn) => ({ path, visits: visitsOf(permission, turn) })))(
    '$path',
    async ({ path, visits }) => {
      for (const { role, look, examined } of visits) {
        const id = tickets.get(role)
        if (path.includes(':id') && id === undefined) continue
        const { person, rest } = await visitor(role, look)
        const name = `${path} as ${role}, ${look.width} px, ${look.theme}, ${look.locale}`
        await person.page.goto(`${city.config.publicUrl}${path.replace(':id', id ?? '')}`)
        await person.page.getByRole('navigation', { name: person.t('shell.navigation') }).waitFor()
        await rest()
        expect.soft(await person.page.getByText(person.t('shell.forbidden')).count(), `${name}: may be opened`).toBe(0)
        expect.soft(await layoutShift(person.page), `${name}: what moved while it loaded`).toBeLessThan(0.1)
        // the ticket's acts differ from role to role
        await expectSound(person.page, name, examined || path.includes(':id'))
      }
    },
  )

  it('the desk while it rings, while one talks, and afterwards', async () => {
    const agents = [
      { user: 'agent2', phone: '+8613800010021', look: { ...wide, theme: 'dark', locale: 'zh-CN' } },
      { user: 'agent3', phone: '+8613800010022', look: { ...narrow, theme: 'light', locale: 'en' } },
    ] as const
    const opened = []
    for (const { user, look } of agents) {
      const person = await stage.person(`${user} on the telephone`, look)
      await signInQuietly(person, city.config.publicUrl, user)
      await person.page.goto(`${city.config.publicUrl}/desk`)
      const telephone = person.page.getByRole('group', { name: person.t('softphone.title') })
      await telephone.getByRole('button').click()
      await person.page.getByRole('menuitem', { name: person.t('softphone.to.ready') }).click()
      await telephone.getByRole('button', { name: person.t('softphone.mood.ready') }).waitFor()
      opened.push(person)
    }
    for (const { phone } of agents) await citizen(city, phone).calls()
    for (const { page, t } of opened) {
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
    for (const look of [first, { ...narrow, theme: 'dark', locale: 'en' } as const]) {
      const { person, rest } = await visitor('supervisor', look)
      const { page, t } = person
      const lead = await staff(city, people.supervisor)
      const done = new Set<string>()
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
          await rest()
          await expectSound(page, `${action}, ${look.width} px`, look !== first)
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

  it('the wall on one screen: nobody scrolls what hangs in a hall', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { person, rest } = await visitor('supervisor', { ...wide, theme: 'light', locale })
      await person.page.goto(`${city.config.publicUrl}/wallboard`)
      await person.page.getByRole('region', { name: person.t('wallboard.queues') }).waitFor()
      await rest()
      const beyond = await person.page.evaluate(() => {
        const page = document.querySelector('#page')
        return page === null ? -1 : page.scrollHeight - page.clientHeight
      })
      expect.soft(beyond, `${locale}: what lies below the screen, px`).toBe(0)
    }
  })

  it('the door', async () => {
    for (const look of looks) {
      const { page, t } = await stage.person(`the door ${look.width} ${look.theme}`, look)
      await watchLayout(page)
      await page.goto(`${city.config.publicUrl}/sign-in`)
      await page.getByRole('button', { name: t('signIn.submit') }).waitFor()
      expect.soft(await layoutShift(page)).toBeLessThan(0.1)
      await expectSound(page, `the door, ${look.width} px, ${look.theme}`)
    }
  })
})
