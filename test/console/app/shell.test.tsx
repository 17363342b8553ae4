import { screen, waitFor, within } from '@testing-library/dom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SessionDto } from '../../../api/access/access.dto.ts'
import type { Role } from '../../../api/vocabulary/directory.ts'
import { permissions, type Permission } from '../../../api/vocabulary/permissions.ts'
import { activeShortcuts } from '../../../console/shared/create-shortcuts.ts'
import { setTheme } from '../../../console/shared/preferences.ts'
import { routes } from '../../../console/routes.tsx'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { fakeServer, FakeEventSource, refused } from '../../support/fake-server.ts'
import { showRoutes, someone } from '../../support/screen.tsx'

const names = Object.keys(permissions).filter((name): name is Permission => name in permissions)
/** A session of whoever has this role. */
const sessionOf = (role: Role): SessionDto => {
  const { staff, ...rest } = someone()
  const holds = (name: Permission) => permissions[name].some((one) => one === role)
  return { ...rest, staff: { ...staff, roles: [role] }, permissions: names.filter((name) => holds(name)) }
}

describe('the shell', () => {
  afterEach(() => {
    setTheme('system')
    vi.restoreAllMocks()
    document.documentElement.lang = ''
  })
  const open = async (
    path = '/settings',
    { role = 'dispatcher', locale = 'zh-CN' }: { role?: Role; locale?: Locale } = {},
  ) => {
    localStorage.setItem('yixian.locale', locale)
    const server = fakeServer({
      'GET /api/session': () => sessionOf(role),
      'GET /api/staff': () => ({ items: [] }),
      'GET /api/units': () => ({ items: [] }),
    })
    const shown = await showRoutes(routes, { path, locale, width: 1440 })
    const rail = async () => within(await screen.findByRole('navigation', { name: shown.t('shell.navigation') }))
    const linked = async () => (await rail()).getAllByRole('link').map((one) => one.getAttribute('aria-label'))
    const at = (where: string) => waitFor(() => expect(shown.path()).toBe(where))
    return { ...shown, server, rail, linked, at }
  }

  it.each<
    [
      Role,
      (
        | 'dispatch'
        | 'knowledge'
        | 'rates'
        | 'review'
        | 'tickets'
        | 'unit'
        | 'wallboard'
        | 'directory'
        | 'audit'
        | 'operations'
      )[],
    ]
  >([
    ['unitStaff', ['tickets', 'knowledge', 'unit', 'directory']],
    ['unitHead', ['tickets', 'knowledge', 'unit', 'rates', 'directory']],
    ['dispatcher', ['tickets', 'dispatch', 'knowledge', 'wallboard', 'directory']],
    ['reviewer', ['tickets', 'review', 'knowledge', 'wallboard', 'directory']],
    ['admin', ['tickets', 'knowledge', 'wallboard', 'rates', 'directory', 'audit', 'operations']],
  ])('leads a %s to what the role may open, and nowhere else', async (role, pages) => {
    const { t, linked } = await open('/settings', { role })
    expect(await linked()).toEqual([t('shell.product'), ...pages.map((page) => t(`${page}.title`))])
  })

  it('opens a page to nobody who may not: it says so, asks the server nothing, and leads home', async () => {
    const { t, server } = await open('/audit')
    expect(await screen.findByText(t('shell.forbidden'))).toBeTruthy()
    expect(server.questions('GET /api/audit')).toEqual([])
    expect(screen.getByRole('link', { name: t('shell.goHome') }).getAttribute('href')).toBe('/')
  })

  it('says of an address that leads nowhere that it does', async () => {
    const { t } = await open('/nowhere')
    expect(await screen.findByRole('heading', { level: 1, name: t('shell.notFound') })).toBeTruthy()
    expect(document.title).toContain(t('shell.notFound'))
  })

  it('gives the search what was typed before its field was there, and the page none of it', async () => {
    const { user, t, path } = await open()
    await screen.findByText(t('settings.lookHint'))
    // in one go: nobody waits for a field between two keys, and `gs` would lead elsewhere
    const keys = ['g', 's', 'x', 'Backspace', 'Enter', '1']
    dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))
    for (const key of keys)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    const field = await screen.findByRole('combobox', { name: t('shell.searchHint') })
    await waitFor(() => expect(field).toHaveProperty('value', 'gs1'))
    expect(path()).toBe('/settings')
    await user.keyboard('2')
    expect(field).toHaveProperty('value', 'gs12')
  })

  it('goes to pages by two keys, but only to those of the role, and not while somebody types', async () => {
    const { user, t, at, path } = await open()
    await screen.findByText(t('settings.lookHint'))
    await user.keyboard('gl')
    expect(path()).toBe('/settings')
    await user.keyboard('gs')
    await at('/staff')
    await user.click(await screen.findByRole('searchbox', { name: t('directory.searchStaff') }))
    await user.keyboard('gk')
    expect(path()).toMatch(/^\/staff/)
  })

  it('leaves the keys of a page behind with the page', async () => {
    const { user, t, at } = await open()
    await screen.findByText(t('settings.lookHint'))
    const before = activeShortcuts().map(({ scope }) => scope)
    await user.keyboard('gs')
    await at('/staff')
    await waitFor(() => expect(activeShortcuts().map(({ scope }) => scope)).toContain(t('keys.list')))
    await user.click(screen.getByRole('button', { name: t('shell.account', { name: '孙文静' }) }))
    await user.click(await screen.findByRole('menuitem', { name: t('settings.title') }))
    await at('/settings')
    await screen.findByText(t('settings.lookHint'))
    expect(activeShortcuts().map(({ scope }) => scope)).toEqual(before)
  })

  it.each<Locale>(['zh-CN', 'en'])(
    'lists on ? what can be pressed here, and nothing that leads where one may not go (%s)',
    async (locale) => {
      const { user, t } = await open('/settings', { locale })
      await screen.findByText(t('settings.lookHint'))
      await user.keyboard('?')
      const list = within(await screen.findByRole('dialog', { name: t('keys.title') }))
      const keysOf = (label: string) => list.getByText(label).closest('div')?.querySelector('.sr-only')?.textContent
      expect(keysOf(t('keys.goTo', { page: t('dispatch.title') }))).toBe('g d')
      expect(keysOf(t('shell.search'))).toBe('mod+k')
      expect(list.queryByText(t('keys.goTo', { page: t('audit.title') }))).toBeNull()
      await user.keyboard('{Escape}')
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    },
  )

  it('finds pages by typing, and tickets, units and knowledge on the server', async () => {
    const { user, t, server, at } = await open()
    const putuo = { id: 'u1', name: '普陀区', nameEn: 'Putuo', dutyPhone: '+862112345678' }
    server.answers['POST /api/search'] = (body) => ({
      units: JSON.stringify(body) === JSON.stringify({ q: '普陀' }) ? [putuo] : [],
    })
    await screen.findByText(t('settings.lookHint'))
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox', { name: t('shell.searchHint') }), '普陀')
    const found = await screen.findByRole('option', { name: /普陀区/ })
    expect(found.textContent).toContain('021 1234 5678')
    await user.keyboard('{Enter}')
    await at(`/staff?view=units&q=${encodeURIComponent('普陀区')}`)
  })

  it('changes its language at once, keeps what was open, and remembers it on this device', async () => {
    const { user, t, path } = await open()
    await user.click(await screen.findByRole('button', { name: t('shell.language') }))
    await user.click(await screen.findByRole('menuitem', { name: 'English' }))
    expect(await screen.findByRole('navigation', { name: 'Main navigation' })).toBeTruthy()
    await waitFor(() => expect(screen.getByText('Kept in this browser.')).toBeTruthy())
    expect([path(), document.documentElement.lang, localStorage.getItem('yixian.locale')]).toEqual([
      '/settings',
      'en',
      'en',
    ])
    expect(screen.queryByRole('navigation', { name: t('shell.navigation') })).toBeNull()
  })

  const browserSpeaks = (...languages: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)

  it('stays in the language that the browser speaks, whatever the account’s own', async () => {
    localStorage.clear()
    browserSpeaks('en-GB', 'zh-CN')
    const session = sessionOf('dispatcher')
    fakeServer({ 'GET /api/session': () => ({ ...session, staff: { ...session.staff, locale: 'zh-CN' } }) })
    await showRoutes(routes, { path: '/settings', width: 1440, locale: 'en' })
    expect(await screen.findByRole('navigation', { name: 'Main navigation' })).toBeTruthy()
    await waitFor(() => expect(document.documentElement.lang).toBe('en'))
  })

  it('speaks the language of the account where neither device nor browser says which', async () => {
    localStorage.clear()
    browserSpeaks('fr-FR')
    const session = sessionOf('dispatcher')
    fakeServer({ 'GET /api/session': () => ({ ...session, staff: { ...session.staff, locale: 'en' } }) })
    await showRoutes(routes, { path: '/settings', width: 1440 })
    expect(await screen.findByRole('navigation', { name: 'Main navigation' })).toBeTruthy()
  })

  it('changes its look for the whole document, and remembers it', async () => {
    const { user, t } = await open()
    await user.click(await screen.findByRole('button', { name: t('shell.account', { name: '孙文静' }) }))
    await user.click(await screen.findByRole('menuitem', { name: t('shell.theme.dark') }))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(localStorage.getItem('yixian.theme')).toBe('dark')
    const themes = within(screen.getByRole('group', { name: t('shell.theme') }))
    expect(themes.getByRole<HTMLInputElement>('radio', { name: t('shell.theme.dark') }).checked).toBe(true)
    await user.click(themes.getByRole('radio', { name: t('shell.theme.system') }))
    expect(document.documentElement.dataset['theme']).toBeUndefined()
  })

  it('says quietly that the line is lost, and that it is back', async () => {
    const { t } = await open()
    await screen.findByText(t('settings.lookHint'))
    expect(screen.queryByText(t('shell.reconnecting'))).toBeNull()
    FakeEventSource.opened.at(-1)?.dispatchEvent(new Event('error'))
    expect(await screen.findByText(t('shell.reconnecting'))).toBeTruthy()
    dispatchEvent(new Event('online'))
    await waitFor(() => expect(FakeEventSource.opened.length).toBeGreaterThan(1))
    FakeEventSource.opened.at(-1)?.dispatchEvent(new Event('open'))
    await waitFor(() => expect(screen.queryByText(t('shell.reconnecting'))).toBeNull())
  })
})

describe('a session', () => {
  it('that is lost leads to the door, with the way back, and takes what was read off the screen', async () => {
    localStorage.setItem('yixian.locale', 'zh-CN')
    const server = fakeServer({
      'GET /api/session': () => sessionOf('dispatcher'),
      'GET /api/staff': () => refused(401, { code: 'auth.required' }),
    })
    const { t, path } = await showRoutes(routes, { path: '/staff?role=agent', width: 1440 })
    await waitFor(() => expect(path()).toBe(`/sign-in?to=${encodeURIComponent('/staff?role=agent')}&ended=true`))
    expect(await screen.findByLabelText(t('signIn.password'))).toBeTruthy()
    expect(screen.getByRole('status').textContent).toBe(t('signIn.again'))
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(server.questions('GET /api/staff')).toHaveLength(1)
  })

  it('is needed first: who has none is led to the door', async () => {
    fakeServer({ 'GET /api/session': () => refused(401, { code: 'auth.required' }) })
    const { t, path } = await showRoutes(routes, { path: '/dispatch?tab=returns' })
    await waitFor(() => expect(path()).toBe(`/sign-in?to=${encodeURIComponent('/dispatch?tab=returns')}`))
    expect(await screen.findByLabelText(t('signIn.password'))).toBeTruthy()
    expect(screen.queryByText(t('signIn.again'))).toBeNull()
  })

  it('that could not be ended is not said to be', async () => {
    localStorage.setItem('yixian.locale', 'zh-CN')
    fakeServer({
      'GET /api/session': () => sessionOf('dispatcher'),
      'DELETE /api/session': () => Promise.reject(new TypeError('fetch failed')),
    })
    const { user, t, path } = await showRoutes(routes, { path: '/settings', width: 1440 })
    await user.click(await screen.findByRole('button', { name: t('shell.account', { name: '孙文静' }) }))
    await user.click(await screen.findByRole('menuitem', { name: t('shell.signOut') }))
    expect(await screen.findByText(t('problem.network.offline'))).toBeTruthy()
    expect(path()).toBe('/settings')
  })
})
