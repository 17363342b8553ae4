import { describe, expect, it } from 'vitest'
import { createBounded } from '../../../api/platform/bounded.ts'
import { virtualClock } from '../../../api/platform/clock.ts'

describe('what is kept of outside input', () => {
  const set = () => {
    const clock = virtualClock(new Date('2026-06-01T00:00:00Z'))
    return { clock, kept: createBounded<string, { at: number }>({ most: 1_000, ms: 60_000 }, clock) }
  }

  it('never grows beyond its bound, and keeps what is asked for', () => {
    const { kept } = set()
    kept.set('asked for', { at: 0 })
    for (let at = 0; at < 100_000; at++) {
      kept.set(`+86138${at}`, { at })
      if (at % 100 === 0) kept.get('asked for')
    }
    expect(kept.size).toBe(1_000)
    expect(kept.get('asked for')).toEqual({ at: 0 })
    expect(kept.get('+861380')).toBeUndefined()
  })

  it('expires by the clock that is given', () => {
    const { clock, kept } = set()
    kept.set('one', { at: 1 })
    clock.advance(60_000)
    expect(kept.get('one')).toEqual({ at: 1 })
    clock.advance(1)
    expect(kept.get('one')).toBeUndefined()
  })
})
