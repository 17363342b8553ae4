import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it, vi } from 'vitest'
import { Menu } from '../../../../console/ui/overlays/Menu.tsx'
import { showToast } from '../../../../console/ui/overlays/Toast.tsx'
import { show } from '../../../support/screen.tsx'

describe('a menu', () => {
  const open = async () => {
    const ran: string[] = []
    const shown = await show(() => (
      <Menu
        label="更多操作"
        trigger="…"
        groups={[
          [{ label: '补充', run: () => ran.push('补充') }],
          [],
          [
            { label: '合并', disabled: true, run: () => ran.push('合并') },
            { label: '撤回', danger: true, checked: true, run: () => ran.push('撤回') },
          ],
        ]}
      />
    ))
    const button = screen.getByRole('button', { name: '更多操作' })
    return { ...shown, ran, button }
  }

  it('opens by key at its first command, runs what is chosen, closes and gives the focus back', async () => {
    const { user, ran, button } = await open()
    button.focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('menu')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('补充'))
    await user.keyboard('{ArrowDown}')
    await user.keyboard('{Enter}')
    expect(ran, 'what cannot be done is passed over').toEqual(['撤回'])
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(button))
  })

  it('runs nothing that cannot be done now, and nothing when it is left', async () => {
    const { user, ran, button } = await open()
    await user.click(button)
    const item = await screen.findByRole('menuitem', { name: '合并' })
    expect(item.getAttribute('aria-disabled')).toBe('true')
    await user.click(item)
    await user.keyboard('{Escape}')
    expect(ran).toEqual([])
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  })

  it('leaves out groups that hold nothing', async () => {
    const { user, button } = await open()
    await user.click(button)
    await screen.findByRole('menu')
    expect(screen.getAllByRole('group')).toHaveLength(2)
  })
})

describe('what has just happened', () => {
  it('is said, can be acted on once, and goes then', async () => {
    const undo = vi.fn()
    const { user } = await show(() => null)
    showToast({ tone: 'ok', title: '已派单', detail: '路灯不亮', action: { label: '查看', run: undo } })
    expect(await screen.findByText('已派单')).toBeTruthy()
    expect(screen.getByText('路灯不亮')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '查看' }))
    expect(undo).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(screen.queryByText('已派单')).toBeNull())
  })

  it('goes by itself when it is good, and stays until it is closed when it is bad', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const { t } = await show(() => null)
      showToast({ tone: 'ok', title: '已签收' })
      showToast({ tone: 'bad', title: '没有保存' })
      await screen.findByText('没有保存')
      await vi.advanceTimersByTimeAsync(7_000)
      await waitFor(() => expect(screen.queryByText('已签收')).toBeNull())
      await vi.advanceTimersByTimeAsync(60_000)
      expect(screen.getByText('没有保存')).toBeTruthy()
      screen.getByRole('button', { name: t('ui.close') }).click()
      await waitFor(() => expect(screen.queryByText('没有保存')).toBeNull())
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the list of messages', () => {
  it('is a list of items, each of which holds news that is read out', async () => {
    const { t } = await show(() => <p>页面</p>)
    showToast({ tone: 'ok', title: '已派单' })
    const news = await screen.findByRole('status')
    expect(news.closest('li')?.parentElement?.matches('ol:not([role])')).toBe(true)
    expect(news.closest('[role=region]')?.getAttribute('aria-label')).toContain(t('ui.messages'))
  })
  it('keeps what holds for a time exactly until then, and offers its key meanwhile', async () => {
    const ran: string[] = []
    const { user } = await show(() => <p>页面</p>)
    showToast({
      tone: 'info',
      title: '将派往普陀区',
      until: Date.now() + 1_200,
      action: { label: '撤回', keys: 'z', run: () => ran.push('z') },
    })
    await screen.findByText('将派往普陀区')
    await waitFor(() => expect(screen.queryByText('将派往普陀区')).toBeNull(), { timeout: 3_000 })
    await user.keyboard('z')
    expect(ran, 'its key went with it').toEqual([])
  })
})
