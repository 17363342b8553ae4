import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../api/platform/clock.ts'
import { createIds, idPattern } from '../../../api/platform/ids.ts'

describe('ids', () => {
  const clock = virtualClock(new Date('2026-11-23T00:00:00Z'))
  const ids = createIds(clock)

  it('are distinct, of one shape, and sort by birth', () => {
    const made = Array.from({ length: 5_000 }, () => ids.next('ticket'))
    expect(new Set(made).size).toBe(made.length)
    expect(made.every((id) => idPattern('ticket').test(id))).toBe(true)
    clock.advance(-1_000)
    const after = ids.next('ticket')
    expect([...made, after]).toEqual([...made, after].sort())
  })

  it('fit no other kind', () => {
    expect(idPattern('call').test(ids.next('ticket'))).toBe(false)
  })
})
