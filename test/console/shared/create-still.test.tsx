import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStill } from '../../../console/shared/create-still.ts'

const move = (pointerType = 'mouse') => new PointerEvent('pointermove', { pointerType })

describe('a column that holds still', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())
  const column = () =>
    createRoot((dispose) => {
      const [rows, setRows] = createSignal(['a'])
      const { still, pointer } = createStill()
      return { rows: still(rows), arrive: (row: string) => setRows((all) => [...all, row]), pointer, dispose }
    })

  it('shows what arrives once the pointer rests or leaves, and at once while none moves over it', () => {
    const { rows, arrive, pointer, dispose } = column()
    arrive('b')
    expect(rows()).toEqual(['a', 'b'])
    pointer.onPointerMove(move())
    arrive('c')
    expect(rows(), 'somebody aims').toEqual(['a', 'b'])
    vi.advanceTimersByTime(1_000)
    pointer.onPointerMove(move())
    vi.advanceTimersByTime(1_000)
    expect(rows(), 'and still does').toEqual(['a', 'b'])
    vi.advanceTimersByTime(600)
    expect(rows(), 'it rests').toEqual(['a', 'b', 'c'])
    pointer.onPointerMove(move())
    arrive('d')
    pointer.onPointerLeave()
    expect(rows(), 'it left').toEqual(['a', 'b', 'c', 'd'])
    dispose()
  })

  it('shows the outcome of a press at once, and holds nothing back from a finger', () => {
    const { rows, arrive, pointer, dispose } = column()
    pointer.onPointerMove(move())
    pointer.onClick()
    pointer.onPointerMove(move())
    arrive('b')
    expect(rows()).toEqual(['a', 'b'])
    vi.advanceTimersByTime(1_600)
    pointer.onPointerMove(move('touch'))
    arrive('c')
    expect(rows()).toEqual(['a', 'b', 'c'])
    pointer.onPointerMove(move())
    arrive('d')
    expect(rows()).toEqual(['a', 'b', 'c'])
    dispose()
  })
})
