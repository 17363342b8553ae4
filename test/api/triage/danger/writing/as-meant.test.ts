import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asMeant } from '../../../../../api/triage/danger/writing/as-meant.ts'
import { near } from '../../../../../api/triage/danger/writing/english-spelling.ts'
import { ordinaryWords } from '../../../../../api/triage/danger/writing/ordinary-words.ts'
import {
  companionPhrases,
  dangerPhrases,
  misheardPhrases,
} from '../../../../../api/triage/danger/writing/sound-phrases.ts'
import { sounds } from '../../../../../api/triage/danger/writing/sounds.ts'
import { normalise } from '../../../../../api/triage/text.rules.ts'
import { matterLeaves } from '../../../../../scripts/sample-city/matters/index.ts'
import { harmlessHeldOut } from '../held-out.ts'
import { syllablesOf } from '../../../../../api/triage/danger/writing/syllables.ts'

describe('what was meant', () => {
  it.each([
    ['没气泄露', '煤气泄漏'],
    ['有人要条楼', '有人要跳楼'],
    ['他割碗了', '他割腕了'],
    ['困再电梯里', '困在电梯里'],
    ['meiqi xielou le', '煤气泄漏了'],
    ['有人tiao楼', '有人跳楼'],
    ['被困在dianti里', '被困在电梯里'],
    ['wo jia zaohuo le', '我家着火了'],
    ['佢企喺天台边', '他站在天台边'],
    ['屋里厢煤气漏脱了', '家里煤气漏掉了'],
    ['工人遭电打了', '工人被电打了'],
    ['my husbend is beeting me', 'my husband is beating me'],
    ['the bilding is on fier', 'the building is on fire'],
    ['gas leek', 'gas leak'],
    ['heeeelp', 'help'],
  ])('%s: %s', (text, meant) => expect(asMeant(text)).toBe(meant))
})

describe('what only sounds or looks like danger', () => {
  it.each([
    '没气味的肥料',
    '麦子割完了',
    '工资要上调',
    '快递拿到看了',
    '这家店是火了',
    '来自沙特的客人',
    '等着货到付款',
    '总是迟到',
    '紫砂壶在哪里买',
    '二手店到了',
    '一个女的一个仔细的',
    '交流学习',
    '回家抱孩子',
    '办事处电话',
    '泥水匠',
    '劳动仲裁',
    '请把app打开',
    'ludeng bu liang',
    'he can run',
    'the leek soup is sweet',
    'i want to dye my hair',
    'leading the meeting in the cooking class',
    'a hanger in the closet',
    'the fibre is slow, says my neighbour',
  ])('%s stays as it is', (text) => expect(asMeant(text)).toBe(text))

  it('no usual English word is taken for a misspelling', () => {
    expect(ordinaryWords.filter((word) => asMeant(word) !== word)).toEqual([])
    expect(ordinaryWords.filter((word) => near(word) === null)).toEqual([])
  })
})

describe('the tables', () => {
  it('every character of a phrase has its sound, and each character one', () => {
    const characters = Object.values(sounds).join('')
    expect(new Set(characters).size).toBe(characters.length)
    const unheard = [...dangerPhrases, ...misheardPhrases, ...companionPhrases].filter((phrase) =>
      [...phrase].some((character) => !characters.includes(character)),
    )
    expect(unheard).toEqual([])
    expect(Object.keys(sounds).filter((syllable) => syllablesOf(syllable)?.length !== 1)).toEqual([])
  })

  it('a phrase written right is left alone', () => {
    expect(
      [...dangerPhrases, ...misheardPhrases].filter((phrase) => !/泄露/.test(phrase) && asMeant(phrase) !== phrase),
    ).toEqual([])
  })

  it('little of what people write without danger is changed', () => {
    const written = [
      ...harmlessHeldOut,
      ...matterLeaves.flatMap(({ examples, examplesEn }) => [...examples, ...examplesEn]),
    ]
    const changed = written.map(normalise).filter((text) => asMeant(text) !== text)
    expect(changed.length / written.length).toBeLessThan(0.01)
  })

  it('nothing it is given makes it throw', () => {
    const unit = fc.constantFrom(
      ...'煤没气泄楼漏条跳着火伙有人',
      ...'zhaomeiqixielou',
      ' ',
      "'",
      '，',
      '\0',
      '😀',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const meant = asMeant(text)
        expect(asMeant(meant)).toBe(asMeant(asMeant(meant)))
      }),
    )
  })

  it.each([
    ['meiqi', ['mei', 'qi']],
    ["xi'an", ['xi', 'an']],
    ['xielou', ['xie', 'lou']],
    ['leak', null],
    ['an'.repeat(500) + 'x', null],
  ])('%s in syllables', (word, syllables) => expect(syllablesOf(word)).toEqual(syllables))
})
