import { describe, expect, it } from 'vitest'
import { reasonsFor, type Piece } from '../../../../api/triage/matter/reasons.rules.ts'

const piece = (text: string, word: string, weight: number): Piece => {
  const start = text.indexOf(word)
  return { start, end: start + word.length, weight }
}

describe('the words that spoke for a matter', () => {
  it('joins pairs that overlap, strongest first', () => {
    const text = '门口路灯不亮三天'
    const pieces = [piece(text, '三天', 1), piece(text, '路灯', 3), piece(text, '灯不', 2), piece(text, '不亮', 3)]
    expect(reasonsFor(text, pieces)).toEqual(['路灯不亮', '三天'])
  })

  it.each([
    ['路灯坏了三天了', '了三天', ['三天']],
    ['弄门口的路灯', '的路灯', ['路灯']],
    ['弄门口的路灯', '口的', []],
    ['the street lamp is out', 'lamp', ['lamp']],
  ])('names no function words: %s, %s', (text, word, words) => {
    expect(reasonsFor(text, [piece(text, word, 1)])).toEqual(words)
  })

  it('names each once, and five at most', () => {
    const text = '电梯电梯困人停电漏水噪声油烟垃圾'
    const pieces = [...text.matchAll(/../g)].map(({ index }, i) => ({ start: index, end: index + 2, weight: 9 - i }))
    expect(reasonsFor(text, pieces)).toEqual(['电梯', '困人', '停电', '漏水', '噪声'])
  })
})
