import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simplify } from '../../../../api/platform/writing/simplify.ts'

describe('simplified writing', () => {
  it.each([
    ['路燈壞了三天，沒有人來修', '路灯坏了三天，没有人来修'],
    ['電線桿倒了，門口著火了', '电线杆倒了，门口着火了'],
    ['著火了', '着火了'],
    ['甚麼時候有人來', '什么时候有人来'],
    ['臺灣 Taiwan', '台湾 Taiwan'],
    ['嗰度冇燈', '嗰度冇灯'],
  ])('%s', (text, simple) => expect(simplify(text)).toBe(simple))

  it.each(['乾隆', '著名', '皇后', '什么', '坏了', '怎么办', 'street light', '👍🏽', ''])('leaves %s alone', (text) =>
    expect(simplify(text)).toBe(text),
  )

  it('leaves simplified words alone beside a traditional one', () => {
    expect(simplify('燈坏了，怎么没人来')).toBe('灯坏了，怎么没人来')
  })

  it('keeps every place: what was read can be shown as it was written', () => {
    const unit = fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(unit, fc.constantFrom('a', ' ', '，', '😀', '著', '麼')) }), (text) => {
        expect(simplify(text)).toHaveLength(text.length)
        expect(simplify(simplify(text))).toBe(simplify(text))
      }),
    )
  })
})
