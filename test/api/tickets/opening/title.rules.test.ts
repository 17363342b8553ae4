import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titleOf } from '../../../../api/tickets/opening/title.rules.ts'

describe('the title of a request', () => {
  it.each([
    ['您好，我想反映一下楼下路灯坏了。已经三天了。', '楼下路灯坏了'],
    ['你好 请问 居住证怎么办理？', '居住证怎么办理？'],
    ['喂', '喂'],
    ['His car blocks the fire lane', 'His car blocks the fire lane'],
    ['你好，我要反映一个问题\n中山北路路灯坏了', '中山北路路灯坏了'],
    ['您好我想反映个情况，小区停水了', '小区停水了'],
    ['我要反映问题严重的违章搭建', '问题严重的违章搭建'],
    ['我要投诉物业乱收费', '物业乱收费'],
    ['我要反映一个问题', '我要反映一个问题'],
    ['Hello, the street lamp is broken. It has been three days.', 'the street lamp is broken'],
    ['水。电梯坏了', '水。电梯坏了'],
    ['第一行\n第二行', '第一行 第二行'],
    ['   ', '…'],
  ])('%s', (text, title) => expect(titleOf(text)).toBe(title))
  it('is one short line, whatever was written, and tears no character apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const title = titleOf(text)
        expect(title.length).toBeGreaterThan(0)
        expect(title).not.toMatch(/\n/)
        expect(title.isWellFormed() || !text.isWellFormed()).toBe(true)
      }),
    )
    expect(titleOf('👨‍👩‍👧‍👦'.repeat(60)).endsWith('👨‍👩‍👧‍👦…')).toBe(true)
  })
})
