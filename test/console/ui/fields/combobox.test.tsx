import { screen, waitFor, within } from '@testing-library/dom'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { Combobox, type ComboboxProps } from '../../../../console/ui/fields/Combobox.tsx'
import { show } from '../../../support/screen.tsx'

const districts = [
  { value: 'putuo', label: '普陀区' },
  { value: 'changfeng', label: '长风新村街道', parent: 'putuo' },
  { value: 'caoyang', label: '曹杨新村街道', parent: 'putuo' },
  { value: 'xuhui', label: '徐汇区', hint: '徐家汇' },
]

const open = async (over: Partial<ComboboxProps> = {}) => {
  const [value, setValue] = createSignal<string>()
  const shown = await show(() => (
    <Combobox label="承办单位" options={districts} value={value()} onChange={setValue} {...over} />
  ))
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: '承办单位' })
  const rows = () => screen.queryAllByRole('treeitem').concat(screen.queryAllByRole('option'))
  /** The rows as a reader sees them, the one the keyboard is on in brackets. */
  const seen = () =>
    rows().map((row) => (row.hasAttribute('data-active') ? `[${row.textContent}]` : (row.textContent ?? '')))
  return { ...shown, box, seen, value, setValue }
}

describe('the box that finds one of many', () => {
  it('opens a tree by a click, and is walked, opened and closed by the arrows', async () => {
    const { user, box, seen, value } = await open()
    expect(box.getAttribute('aria-expanded')).toBe('false')
    await user.click(box)
    expect(box.getAttribute('aria-expanded')).toBe('true')
    expect(seen()).toEqual(['[普陀区]', '徐汇区徐家汇'])
    await user.keyboard('{ArrowRight}')
    expect(seen()).toEqual(['[普陀区]', '长风新村街道', '曹杨新村街道', '徐汇区徐家汇'])
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(seen()[2]).toBe('[曹杨新村街道]')
    const active = document.getElementById(box.getAttribute('aria-activedescendant') ?? '')
    expect(active?.textContent, 'a reader is told where the keys are').toBe('曹杨新村街道')
    await user.keyboard('{ArrowLeft}')
    expect(seen()[0], 'from a leaf to its branch').toBe('[普陀区]')
    await user.keyboard('{ArrowLeft}')
    expect(seen()).toEqual(['[普陀区]', '徐汇区徐家汇'])
    await user.keyboard('{ArrowRight}{ArrowDown}{Enter}')
    expect(value()).toBe('changfeng')
    expect(box.value, 'with its path').toBe('普陀区 › 长风新村街道')
    expect(box.getAttribute('aria-expanded')).toBe('false')
  })

  it('finds by typing, and stays within what it found', async () => {
    const { user, box, seen, value } = await open()
    await user.type(box, '曹杨')
    expect(seen()).toEqual(['[曹杨新村街道普陀区]'])
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}')
    expect(value()).toBe('caoyang')
    await user.click(box)
    expect(box.value, 'the chosen one is the value, also while the list is open').toBe('普陀区 › 曹杨新村街道')
    expect(seen(), 'the branch of the chosen one is open').toEqual([
      '普陀区',
      '长风新村街道',
      '[曹杨新村街道]',
      '徐汇区徐家汇',
    ])
  })

  it('leaves what was chosen when nothing is taken', async () => {
    const { user, t, box, value, setValue } = await open()
    setValue('xuhui')
    await user.type(box, '没有的')
    expect(screen.getByText(t('ui.nothingFound'))).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(value()).toBe('xuhui')
    await user.keyboard('{Escape}')
    expect(box.value).toBe('徐汇区')
    expect(screen.queryByRole('tree')).toBeNull()
  })

  it('takes a row by the mouse without losing the focus, and opens a branch by its arrow alone', async () => {
    const { user, box, seen, value } = await open()
    await user.click(box)
    const [branch] = screen.getAllByRole('treeitem')
    const arrow = branch?.querySelector('span')
    if (!arrow) throw new Error('a branch has an arrow')
    await user.click(arrow)
    expect(seen()).toHaveLength(4)
    expect(value()).toBeUndefined()
    await user.click(screen.getByRole('treeitem', { name: '长风新村街道' }))
    expect(value()).toBe('changfeng')
    expect(document.activeElement).toBe(box)
  })

  it('only opens and closes what is a heading', async () => {
    const headed = districts.map((one) => ({ ...one, heading: one.value === 'putuo' }))
    const { user, box, seen, value } = await open({ options: headed })
    await user.click(box)
    await user.keyboard('{Enter}')
    expect(value()).toBeUndefined()
    expect(seen()).toHaveLength(4)
    await user.keyboard('{ArrowDown}{Enter}')
    expect(value()).toBe('changfeng')
  })

  it('keeps the chosen one as its value while it is open; the first letter takes its place wherever the cursor stood', async () => {
    const { user, box, seen, setValue } = await open({ placeholder: '请选择' })
    setValue('xuhui')
    box.focus()
    await user.keyboard('{ArrowDown}')
    expect(box.value).toBe('徐汇区')
    expect(box.placeholder).toBe('请选择')
    box.setSelectionRange(3, 3)
    await user.keyboard('曹')
    expect(box.value).toBe('曹')
    expect(seen()).toEqual(['[曹杨新村街道普陀区]'])
  })

  it('asks the server for each text, and shows its answer as it is', async () => {
    const asked: string[] = []
    const { user, box, seen } = await open({ onQuery: (text) => asked.push(text) })
    await user.type(box, '路')
    expect(asked).toEqual(['路'])
    expect(seen(), 'not filtered again').toHaveLength(2)
  })

  it('says that the answer is awaited, or did not come, and asks again when it is opened', async () => {
    let retries = 0
    const { user, t, box } = await open({ options: [], failed: true, onRetry: () => retries++ })
    await user.click(box)
    expect(retries).toBe(1)
    expect(within(screen.getByRole('listbox')).getByText(t('ui.optionsFailed'))).toBeTruthy()
  })

  it('does not open while it is switched off', async () => {
    const { user, box } = await open({ disabled: true })
    await user.click(box)
    expect(box.getAttribute('aria-expanded')).toBe('false')
  })

  it('closes when the focus goes on', async () => {
    const { user, box } = await open()
    await user.click(box)
    await user.tab()
    await waitFor(() => expect(screen.queryByRole('tree')).toBeNull())
  })
})
