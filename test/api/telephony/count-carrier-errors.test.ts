import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../../api/platform/figures/metrics.ts'
import { countCarrierErrors } from '../../../api/telephony/count-carrier-errors.ts'
import type { Placed } from '../../../api/telephony/outcomes.types.ts'
import { createTwilio } from '../../../api/telephony/twilio/twilio.adapter.ts'
import { virtualClock } from '../../../api/platform/clock.ts'
import { createLog } from '../../../api/platform/log.ts'
import { quietCarrier } from '../../support/quiet-carrier.ts'
import { testConfig, testStart } from '../../support/app.ts'

const carrierThat = (answers: () => Placed) => {
  const metrics = createMetrics()
  const own = createTwilio({ config: testConfig(), clock: virtualClock(testStart), log: createLog('silent'), metrics })
  const carrier = countCarrierErrors({ ...own, ...quietCarrier(), hangUp: async () => answers() }, metrics)
  const counted = async () =>
    Object.fromEntries(
      (await metrics.carrierErrors.get()).values.map(({ labels, value }) => [
        `${labels['kind']} ${labels['code']}`,
        value,
      ]),
    )
  return { carrier, counted }
}

describe('what a carrier refuses', () => {
  it.each<[Placed, string | null]>([
    [{ ref: 'CA1' }, null],
    [{ later: true, message: 'x' }, 'command later'],
    [{ unknown: true, message: 'x' }, 'command unknown'],
    [{ refused: 'gone', code: '21220', message: 'x' }, 'command 21220'],
    [{ refused: 'other', code: '+8613800001234 is not valid', message: 'x' }, 'command other'],
  ])('%j is counted as %s', async (answer, counted) => {
    const set = carrierThat(() => answer)
    expect(await set.carrier.hangUp('CA1')).toBe(answer)
    expect(await set.counted()).toEqual(counted === null ? {} : { [counted]: 1 })
  })

  it('is told apart by a hundred codes, no more', async () => {
    let at = 0
    const set = carrierThat(() => ({ refused: 'other', code: String(++at), message: 'x' }))
    for (let i = 0; i < 500; i++) await set.carrier.hangUp('CA1')
    const counted = await set.counted()
    expect(Object.keys(counted)).toHaveLength(101)
    expect(counted['command other']).toBe(400)
  })
})
