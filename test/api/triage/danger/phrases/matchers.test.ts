import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dangerExamples, harmlessExamples } from '../../../../../api/triage/danger/examples.ts'
import { harmlessPhrases } from '../../../../../api/triage/danger/lexicon/harmless.ts'
import { dangerSigns } from '../../../../../api/triage/danger/lexicon/lexicon.ts'
import { synonyms } from '../../../../../api/triage/danger/lexicon/synonyms.ts'
import { compileFiltered } from '../../../../../api/triage/danger/phrases/filtered-matcher.ts'
import type { CompilePhrases, PhraseHit } from '../../../../../api/triage/danger/phrases/notation.ts'
import { compilePlain } from '../../../../../api/triage/danger/phrases/plain-matcher.ts'
import { normalise } from '../../../../../api/triage/text.rules.ts'
import { dangerHeldOut, harmlessHeldOut } from '../held-out.ts'

type Find = ReturnType<CompilePhrases>

/** Hits at one place come in any order. */
const inOrder = (hits: PhraseHit[]) => hits.map(({ start, list, end }) => `${start}-${end} ${list}`).toSorted()
const expectSame = ([filtered, plain]: [Find, Find], text: string) =>
  expect(inOrder(filtered(text)), text).toEqual(inOrder(plain(text)))

describe('the filtered search for phrases', () => {
  const both = (lists: { zh: string[]; en: string[] }[]): [Find, Find] => [
    compileFiltered(lists, synonyms),
    compilePlain(lists, synonyms),
  ]
  /** Lists are searched independently of one another, and the plain way takes its time: some of them stand for all. */
  const danger = both(dangerSigns.filter((_, i) => i % 30 === 3))
  const harmless = both([{ zh: harmlessPhrases.zh.slice(0, 40), en: harmlessPhrases.en.slice(0, 20) }])
  const sentences = [
    ...dangerExamples.flatMap(([, , texts]) => texts),
    ...harmlessExamples,
    ...dangerHeldOut.map(([text]) => text),
    ...harmlessHeldOut,
  ].map(normalise)

  it('finds what the plain one finds, in the sentences that danger is taught and tested with', () => {
    for (const text of sentences.filter((_, i) => i % 20 === 0)) expectSame(danger, text)
    for (const text of sentences.filter((_, i) => i % 10 === 0)) expectSame(harmless, text)
  })

  it('finds what the plain one finds, in anything made of the characters of these sentences', () => {
    const pieces = sentences.flatMap((text) => text.match(/[a-z']+ ?|./gu) ?? [])
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (some) => {
        expectSame(harmless, some.join(''))
        expectSame(danger, some.slice(0, 12).join(''))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['[十几]楼', '人在十楼', ['十楼']],
    ['\\d+个?小时没回', '3个小时没回，18小时没回', ['3个小时没回', '18小时没回']],
    ['我?妈(晕|倒)了', '妈晕了，我妈倒了', ['妈晕了', '我妈倒了']],
    ['(老人|我?爸)~摔', '爸又摔', ['爸又摔']],
    ['(很|太)?(大)?火', '太大火，火', ['太大火', '火']],
  ])('begins a phrase with whatever it may begin with: %s', (phrase, text, words) => {
    for (const find of both([{ zh: [phrase], en: [] }]))
      expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(words)
  })
})
