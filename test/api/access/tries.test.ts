import { describe, expect, it } from 'vitest'
import { createTries } from '../../../api/access/tries.ts'
import { virtualClock } from '../../../api/platform/clock.ts'

describe('tries', () => {
  const set = () => {
    const clock = virtualClock(new Date('2026-06-01T00:00:00Z'))
    return { clock, tries: createTries(clock, { tries: 3, windowMs: 60_000 }) }
  }

  it('lets three pass and says how long to wait', () => {
    const { clock, tries } = set()
    expect([1, 2, 3].map(() => tries.take('a'))).toEqual([null, null, null])
    clock.advance(20_000)
    expect(tries.take('a')).toBe(40_000)
    expect(tries.take('b')).toBeNull()
    clock.advance(39_999)
    expect(tries.take('a')).toBe(1)
    clock.advance(1)
    expect(tries.take('a')).toBeNull()
  })

  it('begins anew after a right password', () => {
    const { tries } = set()
    for (let i = 0; i < 3; i++) tries.take('a')
    tries.clear('a')
    expect([1, 2, 3].map(() => tries.take('a'))).toEqual([null, null, null])
    expect(tries.take('a')).not.toBeNull()
  })

  it('forgets the oldest names when somebody makes up too many', () => {
    const { tries } = set()
    for (let i = 0; i < 3; i++) tries.take('first')
    for (let i = 0; i < 50_000; i++) tries.take(`made up ${i}`)
    expect(tries.take('first')).toBeNull()
  })
})
