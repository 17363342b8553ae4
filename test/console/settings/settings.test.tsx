import { screen, within } from '@testing-library/dom'
import { afterEach, describe, expect, it } from 'vitest'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { SettingsPage } from '../../../console/settings/settings.page.tsx'
import { setDensity, setTheme } from '../../../console/shared/preferences.ts'
import { show } from '../../support/screen.tsx'

describe('one’s own preferences', () => {
  afterEach(() => {
    setDensity('comfortable')
    setTheme('system')
    document.documentElement.lang = ''
  })
  const chosen = (group: string) =>
    within(screen.getByRole('group', { name: group }))
      .getAllByRole<HTMLInputElement>('radio')
      .filter(({ checked }) => checked)
      .map(({ value }) => value)

  it.each<Locale>(['zh-CN', 'en'])('say who is signed in, where and as what (%s)', async (locale) => {
    const { t } = await show(() => <SettingsPage />, { locale })
    const about = screen.getByRole('heading', { name: t('settings.account') }).closest('section')?.textContent
    expect(about).toContain('孙文静 (agent1)')
    expect(about).toContain(locale === 'en' ? 'Hotline' : '热线管理中心')
    expect(about).toContain(t('role.agent'))
  })

  it('make rows closer for the whole document, and stay on this device', async () => {
    const { user, t } = await show(() => <SettingsPage />)
    expect(chosen(t('shell.density'))).toEqual(['comfortable'])
    await user.click(screen.getByRole('radio', { name: t('shell.density.compact') }))
    expect(chosen(t('shell.density'))).toEqual(['compact'])
    expect(document.documentElement.dataset['density']).toBe('compact')
    expect(localStorage.getItem('yixian.density')).toBe('compact')
  })

  it('change the language of the page that is open', async () => {
    const { user, t } = await show(() => <SettingsPage />)
    await user.click(screen.getByRole('radio', { name: 'English' }))
    expect(await screen.findByRole('heading', { name: 'Display' })).toBeTruthy()
    expect(chosen('Language')).toEqual(['en'])
    expect(localStorage.getItem('yixian.locale')).toBe('en')
    await user.click(screen.getByRole('radio', { name: '中文' }))
    expect(await screen.findByRole('heading', { name: t('settings.look') })).toBeTruthy()
  })
})
