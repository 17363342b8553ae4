import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gramsNeeded, gramsOf } from '../../../api/search/grams.rules.ts'
import { searchForm, wordsOf } from '../../../api/search/search-form.rules.ts'

/** Texts as people and machines write them: Chinese in both writings, names with dots, numbers with marks, emoji, marks, right to left, NUL. */
const pieces = [
  ...'路灯坏了中山北路號樓门口，。！？',
  ...'abcéÉİﬁＡＢ１２3.5-/:@· •',
  '艾力·买买提',
  '沪A·12345',
  '1-1-5',
  'street lamp',
  '😀',
  '👨‍👩‍👧',
  'e\u0301',
  'שלום',
  'مرحبا',
  '\u0000',
  '\n',
  '𠮷',
]
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join(''))

describe('tokens of a text', () => {
  it('are all that any part of it asks for', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 30 }), (whole, from, length) => {
        const form = searchForm(whole)
        const characters = Array.from(form)
        const start = from % Math.max(1, characters.length)
        const part = characters.slice(start, start + length).join('')
        const grams = gramsOf(form)
        for (const word of wordsOf(part).filter((one) => form.includes(one)))
          expect(gramsNeeded(word).filter((gram) => !grams.has(gram))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['路灯', ['路灯']],
    ['路灯坏', ['路灯', '灯坏']],
    ['路，灯', []],
    ['水', []],
    ['ab', ['ab']],
    ['abcd', ['abc', 'bcd']],
    ['3号楼', ['3号', '号楼']],
    ['😀', []],
  ])('%s asks for %s', (word, grams) => {
    expect(gramsNeeded(word)).toEqual(grams)
  })

  it('of a number with marks keep the marks', () => {
    const grams = gramsOf(searchForm('水表读数3.5，1-1-5号，沪A·12345'))
    for (const word of ['3.5', '1-1-5', '沪A12345', '沪a·12345', 'A·123'])
      for (const one of wordsOf(word))
        expect([word, gramsNeeded(one).every((gram) => grams.has(gram))]).toEqual([word, true])
  })

  it('are few for a pasted text', () => {
    expect(gramsNeeded('中山北路一二三四五六七八九十'.repeat(15)).length).toBeLessThanOrEqual(16)
  })
})

describe('the words of a search', () => {
  it.each([
    ['路燈 ＬＡＭＰ', ['路灯', 'lamp']],
    ['艾力·买买提', ['艾力买买提']],
    ['·买买提', ['买买提']],
    [' · ', []],
    ['路灯 路灯', ['路灯']],
  ])('%s', (asked, words) => {
    expect(wordsOf(asked)).toEqual(words)
  })
})
