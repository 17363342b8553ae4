import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissions, type Permission } from '../../api/access/permissions.ts'
import { openStage, signInQuietly, type Look, type Person } from '../support/browser.ts'
import { startCity, type City } from '../support/city.ts'
import { staff } from '../support/journey.ts'
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

/** Every role that may open the page, each in the next look; few roles come again until every look was seen. */
const visitsOf = (permission: Permission | undefined, turn: number) => {
  const able = permission === undefined ? roles : roles.filter((role) => (permissions[permission] as readonly string[]).includes(role))
  return Array.from({ length: Math.max(able.length, looks.length) }, (_, at) => ({
    role: able[at % able.length] ?? 'admin',
    look: looks[(at + turn) % looks.length] ?? first,
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

  it.each(Object.entries(pages).map(([path, permission], turn) => ({ path, visits: visitsOf(permission, turn) })))('$path', async ({ path, visits }) => {
    for (const [at, { role, look }] of visits.entries()) {
      const id = tickets.get(role)
      if (path.includes(':id') && id === undefined) continue
      const { person, rest } = await visitor(role, look)
      const name = `${path} as ${role}, ${look.width} px, ${look.theme}, ${look.locale}`
      await person.page.goto(`${city.config.publicUrl}${path.replace(':id', id ?? '')}`)
      await person.page.getByRole('navigation', { name: person.t('shell.navigation') }).waitFor()
      await rest()
      expect.soft(await person.page.getByText(person.t('shell.forbidden')).count(), `${name}: may be opened`).toBe(0)
      expect.soft(await layoutShift(person.page), `${name}: what moved while it loaded`).toBeLessThan(0.1)
      // the same page is examined once in each look; the ticket's acts differ from role to role
      await expectSound(person.page, name, at < looks.length || path.includes(':id'))
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
