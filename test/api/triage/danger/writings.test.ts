import { Converter } from 'opencc-js/cn2t'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined } from '../../../../api/triage/read-together.ts'
import { slips } from '../../../../api/triage/danger/writing/slips.ts'
import { createDangerEar } from './danger-ear.ts'
import {
  calmHeldOut,
  dialectHeldOut,
  englishHeldOut,
  pinyinHeldOut,
  slipsHeldOut,
  splitHeldOut,
  traditionalHeldOut,
} from './held-out-writings.ts'
import { dangerHeldOut, harmlessHeldOut } from './held-out.ts'

const find = createDangerEar()
const isHan = (character: string | undefined) => character !== undefined && /\p{Script=Han}/u.test(character)

/** How a sentence may be written besides; a way that changes nothing in it is none. */
const apartBy = (sign: string) => (text: string) =>
  [...text].map((one, at, all) => (isHan(one) && isHan(all[at + 1]) ? one + sign : one)).join('')
const wide = (text: string) =>
  Array.from(text, (one) => {
    const code = one.charCodeAt(0)
    if (one === ' ') return '\u3000'
    return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : one
  }).join('')
const mistyped = (text: string) =>
  Object.entries(slips).reduce((written, [slip, word]) => written.replaceAll(word, slip), text)
const inTaiwan = Converter({ from: 'cn', to: 'tw' })
const inHongKong = Converter({ from: 'cn', to: 'hk' })
const ways: [string, (text: string) => string][] = [
  ['a blank between the characters', apartBy(' ')],
  ['a full stop between the characters', apartBy('.')],
  ['an asterisk between the characters', apartBy('*')],
  ['dashes between the characters', apartBy('-')],
  ['an invisible character between the characters', apartBy('\u200b')],
  ['a line for each character', apartBy('\n')],
  ['full width', wide],
  ['the characters of Taiwan', inTaiwan],
  ['the characters of Hong Kong', inHongKong],
  ['capitals', (text) => text.toUpperCase()],
  ['slips of the keyboard', mistyped],
]

describe('one danger, however it is written', () => {
  const told = dangerHeldOut.map(([text]) => ({ text, danger: find(text).danger }))

  it.each(ways)('%s: the same kind and the same number as in plain writing', (_, way) => {
    const written = told.filter(({ text, danger }) => danger !== null && way(text) !== text)
    expect(written.length).toBeGreaterThan(25)
    const other = written.filter(({ text, danger }) => {
      const found = find(way(text)).danger
      return found?.kind !== danger?.kind || found?.call !== danger?.call
    })
    expect(other.map(({ text }) => way(text))).toEqual([])
  })

  it.each(ways)('%s: what is harmless stays so', (_, way) => {
    const alarmed = harmlessHeldOut.filter((text) => find(text).danger === null && find(way(text)).danger !== null)
    expect(alarmed).toEqual([])
  })

  it('is found wherever a text is cut in two', () => {
    const chinese = told.filter(({ text, danger }) => danger !== null && isHan(text))
    fc.assert(
      fc.property(fc.constantFrom(...chinese), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (one, share) => {
        const at = Math.max(1, Math.floor(one.text.length * share))
        const together = joined([one.text.slice(0, at), one.text.slice(at)])
        expect(find(together).danger?.kind).toBe(one.danger?.kind)
      }),
      { numRuns: 60 },
    )
  })
})

describe('dangers in other writings that the rules were not made from', () => {
  it.each([
    ['traditional characters', traditionalHeldOut],
    ['speeches of the country', dialectHeldOut],
    ['slips', slipsHeldOut],
    ['pinyin', pinyinHeldOut],
    ['misspelt English', englishHeldOut],
    ['two texts', splitHeldOut.map(([kind, one, two]): [string, string] => [kind, joined([one, two])])],
  ] as [string, [string, string][]][])('%s', (_, sentences) => {
    const found = sentences.map(([kind, text]) => ({ kind, danger: find(text).danger }))
    expect(sentences.length).toBeGreaterThanOrEqual(40)
    expect(found.filter(({ danger }) => danger !== null).length / found.length).toBeGreaterThan(0.93)
    expect(found.filter(({ kind, danger }) => danger?.kind === kind).length / found.length).toBeGreaterThan(0.8)
  })

  it('what is asked, told of others, over or played stays calm', () => {
    expect(calmHeldOut.length).toBeGreaterThanOrEqual(60)
    expect(calmHeldOut.filter((text) => find(text).danger !== null).length / calmHeldOut.length).toBeLessThan(0.1)
  })
})

describe('the examples of the request', () => {
  it.each([
    ['煤 气 泄 漏', 'gas'],
    ['煤.气.泄.漏', 'gas'],
    ['没气泄露', 'gas'],
    ['煤汽漏了', 'gas'],
    ['有人要跳搂', 'suicide'],
    ['着伙了', 'fire'],
    ['gas leek', 'gas'],
    ['sucide, he is on the roof', 'suicide'],
    ["he's not breathin", 'injury'],
    ['他以前自杀过，现在又吞了药', 'suicide'],
    ['不是谣言，楼上真的着火了', 'fire'],
    ['我真的不想活了', 'suicide'],
    ['it is not a hoax, the house is on fire', 'fire'],
  ])('%s: %s', (text, kind) => expect(find(text).danger?.kind).toBe(kind))

  it.each([
    '群里说有人跳楼，是谣言吗',
    '老人被困过两次',
    '听说隔壁小区着火了，我们小区消防设施也旧了，能不能查一下',
    '这条河淹死过人，建议装护栏',
    '昨天着火的事已经处理好了，投诉消防车占道',
  ])('calm: %s', (text) => expect(find(text).danger).toBeNull())
})
