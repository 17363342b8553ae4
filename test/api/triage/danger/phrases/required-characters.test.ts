import { describe, expect, it } from 'vitest'
import { neededBehind } from '../../../../../api/triage/danger/phrases/required-characters.ts'

describe('what a phrase needs', () => {
  it.each([
    ['人(都|也)?被(困|压)', 1, ['困', '压']],
    ['水~~(没|过)(到)?膝', 1, ['膝']],
    ['门(?!票|卡)(锁|坏)死', 1, ['死']],
    ['火(?=$|大)', 1, null],
    ['电(了|到)?', 1, null],
    ['a(b|c)', 1, null],
  ])('%s after %i', (phrase, known, needed) => {
    const found = neededBehind(phrase, known)
    expect(found === null ? null : [...found]).toEqual(needed)
  })
})
