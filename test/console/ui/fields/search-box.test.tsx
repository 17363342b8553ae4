import { fireEvent, screen } from '@testing-library/dom'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SearchBox } from '../../../../console/ui/fields/SearchBox.tsx'
import { show } from '../../../support/screen.tsx'

describe('the search box', () => {
  const searched: string[] = []
  let t: Awaited<ReturnType<typeof show>>['t']
  let box: HTMLInputElement
  beforeEach(async () => {
    searched.length = 0
    const [value, setValue] = createSignal('')
    ;({ t } = await show(() => (
      <SearchBox
        label="搜索工单"
        value={value()}
        onSearch={(text) => {
          searched.push(text)
          setValue(text)
        }}
      />
    )))
    box = screen.getByRole('searchbox', { name: '搜索工单' })
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const type = (text: string, isComposing = false) =>
    fireEvent(box, Object.assign(new InputEvent('input', { bubbles: true, isComposing }), fill(text)))
  const fill = (text: string) => {
    box.value = text
    return {}
  }

  it('searches when typing pauses, once for all the keys', () => {
    type('路')
    vi.advanceTimersByTime(200)
    type('路灯')
    vi.advanceTimersByTime(249)
    expect(searched).toEqual([])
    vi.advanceTimersByTime(1)
    expect(searched).toEqual(['路灯'])
  })

  it('searches at once on Enter, and not again when the pause is over', () => {
    type('路灯')
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(searched).toEqual(['路灯'])
    vi.advanceTimersByTime(1_000)
    expect(searched).toEqual(['路灯'])
  })

  it('does not search for unfinished syllables of an input method', () => {
    type('lu d', true)
    vi.advanceTimersByTime(1_000)
    expect(searched).toEqual([])
    fireEvent.keyDown(box, { key: 'Enter', isComposing: true })
    expect(searched).toEqual([])
    fill('路灯')
    fireEvent.compositionEnd(box)
    vi.advanceTimersByTime(250)
    expect(searched).toEqual(['路灯'])
  })

  it('is emptied by its cross and by Escape; Escape in an empty box leaves it', () => {
    box.focus()
    type('路灯')
    fireEvent.click(screen.getByRole('button', { name: t('ui.clear') }))
    expect(searched).toEqual([''])
    expect(screen.queryByRole('button', { name: t('ui.clear') })).toBeNull()
    expect(document.activeElement).toBe(box)
    type('井盖')
    fireEvent.keyDown(box, { key: 'Escape' })
    expect(searched).toEqual(['', ''])
    expect(document.activeElement).toBe(box)
    fireEvent.keyDown(box, { key: 'Escape' })
    expect(document.activeElement).not.toBe(box)
  })
})
