import type { City } from '../../scripts/start/city.ts'
import { permissions, type Permission } from '../../api/vocabulary/permissions.ts'
import { signInQuietly, type Look, type Person, type Stage } from './browser.ts'
import { expect } from 'vitest'
import { staff } from './journey.ts'
import { expectSound, layoutShift, watchLayout, watchRequests } from './measure.ts'

/** One person for each role. */
export const people = {
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

/** A screen on a desk. */
export const wide = { width: 1440, height: 900 }
/** A telephone. */
export const narrow = { width: 390, height: 844 }
/** Any two of size, theme and language meet in these four. */
export const looks: readonly Required<Look>[] = [
  { ...wide, theme: 'light', locale: 'zh-CN' },
  { ...narrow, theme: 'dark', locale: 'zh-CN' },
  { ...narrow, theme: 'light', locale: 'en' },
  { ...wide, theme: 'dark', locale: 'en' },
]
/** The look that most people have before them. */
export const firstLook = { ...wide, theme: 'light', locale: 'zh-CN' } as const satisfies Look

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
    look: looks[(at + turn) % looks.length] ?? firstLook,
    examined: at < looks.length && Math.floor(((at + turn) % looks.length) / 2) === turn % 2,
  }))
}

/** People of every role before their browsers, each signed in once for a look and then going from page to page. */
export const openVisitors = (stage: Stage, city: () => City) => {
  const known = new Map<string, { person: Person; rest: () => Promise<void> }>()
  const visitor = async (role: Role, look: Look) => {
    const name = [role, look.width, look.theme, look.locale].join(' ')
    const found = known.get(name)
    if (found) return found
    const person = await stage.person(name, look)
    await watchLayout(person.page)
    const rest = watchRequests(person.page)
    await signInQuietly(person, city().config.publicUrl, people[role])
    known.set(name, { person, rest })
    return { person, rest }
  }
  const firstTicket = async (role: Role) => (await (await staff(city(), people[role])).tickets())[0]?.id

  /**
   * Every role that may opens the page; each look is seen: nothing forbidden, nothing that moves while it loads, everything sound.
   * `turn`: at which look it begins.
   */
  const everybodyOpens = async (path: string, permission: Permission | undefined, turn: number) => {
    for (const { role, look, examined } of visitsOf(permission, turn)) {
      const id = path.includes(':id') ? await firstTicket(role) : ''
      if (id === undefined) continue
      const { person, rest } = await visitor(role, look)
      const name = `${path} as ${role}, ${look.width} px, ${look.theme}, ${look.locale}`
      await person.page.goto(`${city().config.publicUrl}${path.replace(':id', id)}`)
      await person.page.getByRole('navigation', { name: person.t('shell.navigation') }).waitFor()
      await rest()
      expect.soft(await person.page.getByText(person.t('shell.forbidden')).count(), `${name}: may be opened`).toBe(0)
      expect.soft(await layoutShift(person.page), `${name}: what moved while it loaded`).toBeLessThan(0.1)
      // the ticket's acts differ from role to role
      await expectSound(person.page, name, examined || path.includes(':id'))
    }
  }
  return { visitor, everybodyOpens }
}
