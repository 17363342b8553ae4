import { describe, expect, it } from 'vitest'
import { segmentsOf } from '../../../../scripts/carrier/messages/segments.ts'

describe('segmentsOf', () => {
  it.each([
    ['', 1],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['灯'.repeat(70), 1],
    ['灯'.repeat(71), 2],
    ['灯'.repeat(134), 2],
    ['灯'.repeat(135), 3],
    ['🔥'.repeat(35), 1],
    ['🔥'.repeat(36), 2],
  ])('%#: %i', (text, wanted) => {
    expect(segmentsOf(text)).toBe(wanted)
  })
})
