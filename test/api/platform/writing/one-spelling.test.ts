import { describe, expect, it } from 'vitest'
import { oneSpelling } from '../../../../api/platform/writing/one-spelling.ts'

describe('one spelling', () => {
  it.each([
    ['ＴＤ１', 'td1'],
    ['Don’t', "don't"],
    ['進度怎麼樣，謝謝', '进度怎么样,谢谢'],
    ['进度', '进度'],
    ['👍', '👍'],
  ])('%s', (text, spelt) => expect(oneSpelling(text)).toBe(spelt))

  it('changes nothing of what is spelt so already', () => {
    const text = oneSpelling('非常滿意，路燈已經修好了 ①')
    expect(oneSpelling(text)).toBe(text)
  })
})
