import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../../scripts/carrier/core/clock.ts'

describe('virtualClock', () => {
  it('fires due timers in order of time, then of setting, and none too early', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1000), { maxLength: 40 }), fc.nat(1200), async (delays, move) => {
        const clock = virtualClock(5000)
        const fired: [number, number][] = []
        delays.forEach((delay, index) => clock.after(delay, () => fired.push([clock.now() - 5000, index])))
        await clock.advance(move, async () => undefined)
        const wanted = delays.map((delay, index): [number, number] => [delay, index]).filter(([delay]) => delay <= move)
        expect(fired).toEqual(wanted.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
        expect(clock.now()).toBe(5000 + move)
      }),
    )
  })

  it('does not fire what was cancelled, and fires what a timer sets within the move', async () => {
    const clock = virtualClock(0)
    const fired: string[] = []
    clock.after(10, () => fired.push('cancelled')).cancel()
    clock.after(5, () => clock.after(5, () => fired.push('second')))
    await clock.advance(10, async () => undefined)
    expect(fired).toEqual(['second'])
    expect(clock.next()).toBeNull()
  })
})
