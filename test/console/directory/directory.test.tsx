import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { DirectoryPage } from '../../../console/directory/directory.page.tsx'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { withLayout } from '../../support/layout.ts'
import { show } from '../../support/screen.tsx'
import { units } from '../tickets/ticket.server.ts'

const person = (id: string, name: string, over: Record<string, unknown> = {}) => ({
  id,
  name,
  username: `user-${id}`,
  roles: ['agent', 'followUp'],
  unitName: '热线管理中心',
  unitNameEn: 'Hotline',
  extension: '8012',
  ...over,
})

describe('who is who', () => {
  withLayout()
  const open = async (path = '/staff', { locale = 'zh-CN' }: { locale?: Locale } = {}) => {
    const known = units.map((unit) => ({ ...unit, aliases: ['长风'], dutyPhone: '+862112345678' }))
    const server = fakeServer({
      'GET /api/staff': (_body, { q }) => ({
        items: [person('s1', '王强'), person('s2', '李娜', { roles: ['admin'] })].filter(({ name }) =>
          name.includes(q ?? ''),
        ),
      }),
      'GET /api/units': (_body, { q }) => ({
        items: q === undefined ? known : known.filter(({ name }) => name.includes(q)),
      }),
    })
    const shown = await show(() => <DirectoryPage />, { path, locale, width: 1440 })
    const lines = (name: 'staff' | 'units') =>
      within(screen.getByRole('grid', { name: shown.t(`directory.${name}`) }))
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent ?? '')
    return { ...shown, server, lines }
  }

  it.each<Locale>(['zh-CN', 'en'])('says of people what they do, where, and their extension (%s)', async (locale) => {
    const { t, lines } = await open('/staff', { locale })
    await screen.findByText('王强')
    const [first, second] = lines('staff')
    const roles = [t('role.agent'), t('role.followUp')].join(locale === 'en' ? ', ' : '、')
    for (const part of ['王强', 'user-s1', roles, locale === 'en' ? 'Hotline' : '热线管理中心', '8012'])
      expect(first).toContain(part)
    expect(second).toContain(t('role.admin'))
  })

  it('is searched from the keyboard and narrowed to a role, which stand in the address', async () => {
    const { user, t, path, server, lines } = await open()
    await screen.findByText('王强')
    await user.keyboard('/李{Enter}')
    await waitFor(() => expect(decodeURIComponent(path())).toBe('/staff?q=李'))
    await waitFor(() => expect(screen.queryByText('王强')).toBeNull())
    expect(lines('staff')[0]).toContain('李娜')
    await user.selectOptions(screen.getByRole('combobox', { name: t('directory.role') }), t('role.admin'))
    await waitFor(() => expect(server.questions('GET /api/staff').at(-1)).toEqual({ q: '李', role: 'admin' }))
  })

  it.each<Locale>(['zh-CN', 'en'])(
    'says of units what is above them and how to ring them at night (%s)',
    async (locale) => {
      const { t, lines } = await open('/staff?view=units', { locale })
      const [district, street] = [locale === 'en' ? 'Putuo' : '普陀区', locale === 'en' ? 'Changfeng' : '长风新村街道']
      await screen.findByText(street)
      const line = lines('units').find((one) => one.startsWith(street)) ?? ''
      for (const part of [t('unitLevel.street'), district, '021 1234 5678', '长风', 'putuo-changfeng'])
        expect(line).toContain(part)
    },
  )

  it('begins anew with the other list: words for people are none for units', async () => {
    const { user, t, path } = await open(`/staff?q=${encodeURIComponent('王')}`)
    await screen.findByText('王强')
    await user.click(screen.getByRole('tab', { name: t('directory.units') }))
    expect(path()).toBe('/staff?view=units')
    expect(await screen.findByText('长风新村街道')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('searchbox', { name: t('directory.searchUnits') }).value).toBe('')
  })

  it('says that nobody matches; and of what could not be read, that it could not', async () => {
    const { user, t, server } = await open(`/staff?q=${encodeURIComponent('无此人')}`)
    expect(await screen.findByText(t('directory.noStaff'))).toBeTruthy()
    server.answers['GET /api/units'] = () => refused(403, { code: 'auth.forbidden' })
    await user.click(screen.getByRole('tab', { name: t('directory.units') }))
    expect(await screen.findByText(t('problem.auth.forbidden'))).toBeTruthy()
    expect(screen.queryByText(t('directory.noUnits'))).toBeNull()
  })
})
