import { screen, waitFor, within } from '@testing-library/dom'
import { createSignal, Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { createShortcuts } from '../../../../console/shared/create-shortcuts.ts'
import { Button } from '../../../../console/ui/Button.tsx'
import { Dialog } from '../../../../console/ui/overlays/Dialog.tsx'
import { show } from '../../../support/screen.tsx'

describe('a dialog', () => {
  const open = async (body: 'fields' | 'words') => {
    const [isOpen, setOpen] = createSignal(false)
    let presses = 0
    const shown = await show(() => {
      createShortcuts(() => '页面', [{ keys: 'x', label: () => '选择', run: () => presses++ }])
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            删除
          </button>
          <Dialog
            title="删除草稿？"
            description="草稿不能找回。"
            open={isOpen()}
            onClose={() => setOpen(false)}
            footer={
              <>
                <Button onClick={() => setOpen(false)}>取消</Button>
                <Button kind="danger">删除草稿</Button>
              </>
            }
          >
            <Show when={body === 'fields'} fallback={<p>共两件。</p>}>
              <input aria-label="理由" />
            </Show>
          </Dialog>
        </>
      )
    })
    await shown.user.click(screen.getByRole('button', { name: '删除' }))
    const dialog = await screen.findByRole('dialog', { name: '删除草稿？' })
    return { ...shown, dialog, presses: () => presses }
  }

  it('is named and described, and begins at its first field, not at the cross', async () => {
    const { dialog } = await open('fields')
    const described = document.getElementById(dialog.getAttribute('aria-describedby') ?? '')
    expect(described?.textContent).toBe('草稿不能找回。')
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole('textbox', { name: '理由' })))
  })

  it('begins at its last button when there is nothing to fill in', async () => {
    const { dialog } = await open('words')
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: '删除草稿' })))
  })

  it.each([
    ['Escape', async ({ user }: Awaited<ReturnType<typeof open>>) => user.keyboard('{Escape}')],
    [
      'its cross',
      async ({ user, t, dialog }: Awaited<ReturnType<typeof open>>) =>
        user.click(within(dialog).getByRole('button', { name: t('ui.close') })),
    ],
  ])('is closed by %s, and gives the focus back', async (_by, close) => {
    const shown = await open('fields')
    await close(shown)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '删除' })))
  })

  it('stops the keys of the page beneath while it is open', async () => {
    const { user, presses } = await open('words')
    await user.keyboard('x')
    expect(presses()).toBe(0)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('x')
    expect(presses()).toBe(1)
  })
})
