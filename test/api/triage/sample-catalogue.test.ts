import { describe, expect, it } from 'vitest'
import { createTriage } from '../../../api/triage/triage.ts'
import { matterLeaves } from '../../../scripts/sample-city/matters/index.ts'

describe('with the sample catalogue', () => {
  const triage = createTriage({
    matters: matterLeaves.map(({ code, kind, urgency, route, unit, name, nameEn, examples, examplesEn }) => ({
      code,
      kind,
      urgency,
      route,
      unitId: unit,
      names: [name, nameEn],
      examples: [...examples, ...examplesEn],
    })),
    areas: [],
    filed: [],
  })

  it.each([
    '路灯不亮',
    '路灯坏了三天',
    '路 灯 坏 了 三 天',
    '路燈壞了三天，沒有人來修',
    'street lamp broken for 3 days',
  ])('a lamp that is out is one however it is said: %s', (text) => {
    const { matters, confident, danger } = triage.propose(text)
    expect([matters[0]?.code, confident, danger]).toEqual(['municipal.lighting.lamp-out', true, null])
  })
})
