import { screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { NotificationBell } from '../../../console/app/NotificationBell.tsx'
import { markSeen, notify } from '../../../console/app/notifications.ts'
import { show } from '../../support/screen.tsx'

describe('the bell', () => {
  it('says how many are new until it was looked into; news of one thing is one line, the newest first', async () => {
    const { user, t, path } = await show(() => <NotificationBell />)
    markSeen()
    const at = Date.now()
    notify({ id: 't1', title: '路灯不亮 将超期', href: '/tickets/t1', at: at + 1 })
    notify({ id: 't2', title: '井盖破损 已超期', href: '/tickets/t2', at: at + 2 })
    notify({ id: 't1', title: '路灯不亮 已超期', href: '/tickets/t1', at: at + 3 })
    const named = (count: number) => `${t('shell.notifications')}, ${t('shell.unread', { count })}`
    const bell = screen.getByRole('button', { name: named(2) })
    await user.click(bell)
    const lines = (await screen.findAllByRole('link')).map(({ textContent }) => textContent)
    expect(lines[0]).toContain('路灯不亮 已超期')
    expect(lines[1]).toContain('井盖破损 已超期')
    expect(lines.join(' ')).not.toContain('将超期')
    await user.click(screen.getByRole('link', { name: /井盖/ }))
    expect(path()).toBe('/tickets/t2')
    await user.click(screen.getByRole('button', { name: /./ }))
    await user.keyboard('{Escape}')
    expect(await screen.findByRole('button', { name: t('shell.notifications') })).toBeTruthy()
  })
})
