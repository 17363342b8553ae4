import { fireEvent, screen, waitFor } from '@testing-library/dom'
import { createSignal, Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { Combobox } from '../../../../console/ui/fields/Combobox.tsx'
import { SearchBox } from '../../../../console/ui/fields/SearchBox.tsx'
import { TextArea } from '../../../../console/ui/fields/TextArea.tsx'
import { Menu } from '../../../../console/ui/overlays/Menu.tsx'
import { Popover } from '../../../../console/ui/overlays/Popover.tsx'
import { Sheet } from '../../../../console/ui/overlays/Sheet.tsx'
import { show } from '../../../support/screen.tsx'

/** A page with fields of its own, and a sheet open beside them. */
const page = async () => {
  const [open, setOpen] = createSignal(true)
  const [text, setText] = createSignal('')
  const [searched, setSearched] = createSignal('')
  const [unit, setUnit] = createSignal<string>()
  const units = () => (
    <Combobox
      label="承办单位"
      options={[{ value: 'a', label: '水务局' }]}
      value={unit()}
      onChange={(value) => setUnit(value)}
    />
  )
  const shown = await show(() => (
    <>
      <TextArea label="诉求" value={text()} onChange={setText} />
      <SearchBox label="搜索" value={searched()} onSearch={setSearched} />
      <Menu label="更多" trigger="…" groups={[[{ label: '补充', run: () => undefined }]]} />
      <Popover label="筛选" trigger="筛选">
        <input aria-label="筛选词" />
      </Popover>
      <Show when={open()}>
        <Sheet title="退回" onClose={() => setOpen(false)}>
          <input aria-label="理由" />
          {units()}
        </Sheet>
      </Show>
    </>
  ))
  const isOpen = () => screen.queryByRole('form', { name: '退回' }) !== null
  return { ...shown, isOpen, close: () => screen.getByRole('button', { name: shown.t('ui.close') }) }
}

describe('Escape, while a sheet is open', () => {
  it('closes it from a text field elsewhere, whose words and cursor stay', async () => {
    const { user, isOpen } = await page()
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '诉求' })
    await user.type(field, '路灯坏了{Escape}')
    expect(isOpen()).toBe(false)
    expect(document.activeElement).toBe(field)
    expect(field.value).toBe('路灯坏了')
  })

  it('closes it from the page itself', async () => {
    const { user, isOpen } = await page()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await user.keyboard('{Escape}')
    expect(isOpen()).toBe(false)
  })

  it('is first that of a field with an open list, then the sheet’s', async () => {
    const { user, isOpen } = await page()
    const box = screen.getByRole('combobox', { name: '承办单位' })
    await user.click(box)
    await waitFor(() => expect(box.getAttribute('aria-expanded')).toBe('true'))
    await user.keyboard('{Escape}')
    expect(box.getAttribute('aria-expanded')).toBe('false')
    expect(isOpen()).toBe(true)
    await user.keyboard('{Escape}')
    expect(isOpen()).toBe(false)
  })

  it('empties and leaves a search box before it closes anything beside', async () => {
    const { user, isOpen } = await page()
    const box = screen.getByRole<HTMLInputElement>('searchbox', { name: '搜索' })
    await user.type(box, '井盖{Escape}')
    expect([box.value, isOpen()]).toEqual(['', true])
    await user.keyboard('{Escape}')
    expect([document.activeElement === box, isOpen()]).toEqual([false, true])
    await user.keyboard('{Escape}')
    expect(isOpen()).toBe(false)
  })

  it('closes a menu, or a panel in which one writes, and not the sheet as well', async () => {
    const { user, isOpen } = await page()
    await user.click(screen.getByRole('button', { name: '更多' }))
    await screen.findByRole('menu')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    expect(isOpen()).toBe(true)
    await user.click(screen.getByRole('button', { name: '筛选' }))
    await user.click(await screen.findByRole('textbox', { name: '筛选词' }))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('textbox', { name: '筛选词' })).toBeNull())
    expect(isOpen()).toBe(true)
  })

  it('is the input method’s while it composes, in the sheet and elsewhere', async () => {
    const { isOpen } = await page()
    for (const name of ['诉求', '理由'])
      fireEvent.keyDown(screen.getByRole('textbox', { name }), { key: 'Escape', isComposing: true })
    expect(isOpen()).toBe(true)
    fireEvent.keyDown(screen.getByRole('textbox', { name: '理由' }), { key: 'Escape' })
    expect(isOpen()).toBe(false)
  })
})

it('the cross closes a sheet in one press, also while a list in it is open or somebody writes elsewhere', async () => {
  const { user, isOpen, close } = await page()
  const box = screen.getByRole('combobox', { name: '承办单位' })
  await user.click(box)
  await waitFor(() => expect(box.getAttribute('aria-expanded')).toBe('true'))
  await user.click(close())
  expect(isOpen()).toBe(false)
})
