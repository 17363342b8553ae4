import { describe, expect, it } from 'vitest'
import { doubtfulNumbers } from '../../../../api/platform/personal/doubtful.rules.ts'

describe('numbers that somebody should read back', () => {
  it.each([
    ['身份证11010519491231002X', []],
    ['身份证110105194912310021，请核实', ['110105194912310021']],
    ['身份证 110105 19491231 0021', ['110105 19491231 0021']],
    ['１１０１０５１９４９１２３１００２１', ['１１０１０５１９４９１２３１００２１']],
    ['34052419800101002x', ['34052419800101002x']],
    ['老式证件130503670401001', []],
    ['信用代码91350100M000100Y43', []],
    ['信用代码91350100M000100Y44', ['91350100M000100Y44']],
    ['信用代码91350100m000100y4z', []],
    ['工单260612345678，订单202606011234567890，13800001234', []],
    ['110105194912310021和110105194912310029', ['110105194912310021', '110105194912310029']],
    ['', []],
  ])('%s: %j', (text, written) => expect(doubtfulNumbers(text).map((one) => one.written)).toEqual(written))

  it('looks through long texts in a moment', () => {
    expect(doubtfulNumbers('1 1 0 1 0 5 1 9 4 9 '.repeat(1_000)).length).toBeGreaterThanOrEqual(0)
    expect(doubtfulNumbers('1'.repeat(20_000))).toEqual([])
  })
})
