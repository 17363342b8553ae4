import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { matchLocale } from '../../../console/i18n/choose-locale.ts'
import { en } from '../../../console/i18n/en/index.ts'
import { fillText, paramNames } from '../../../console/i18n/fill-text.ts'
import { zhCN } from '../../../console/i18n/zh-CN/index.ts'

const chinese: Record<string, string> = zhCN
const english: Record<string, string> = en
const byText = (a: string, b: string) => (a < b ? -1 : 1)

describe('dictionaries', () => {
  it('have the same keys', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
  })
  it('need the same parameters', () => {
    const params = (dictionary: Record<string, string>) =>
      Object.fromEntries(Object.entries(dictionary).map(([key, text]) => [key, paramNames(text)]))
    expect(params(english)).toEqual(params(chinese))
  })
  it('have no empty and no untranslated text', () => {
    for (const [key, text] of Object.entries(chinese)) expect(text.trim(), key).not.toBe('')
    for (const [key, text] of Object.entries(english)) expect(text.trim(), key).not.toMatch(/^$|\p{Script=Han}/u)
  })
  it('do not shout, and use full-width punctuation between Chinese words', () => {
    for (const [key, text] of Object.entries({ ...chinese, ...english })) expect(text, key).not.toMatch(/[!！]/)
    for (const [key, text] of Object.entries(chinese))
      expect(text, key).not.toMatch(/\p{Script=Han}[,;:?]|\p{Script=Han}\.$/u)
  })
  it.each(['zh-CN', 'en'])('%s: every file is merged into the index, no key stands in two files', async (locale) => {
    const folder = new URL(`../../../console/i18n/${locale}/`, import.meta.url)
    const files = readdirSync(folder).filter((file) => file !== 'index.ts')
    const parts: object[] = await Promise.all(files.map((file) => import(new URL(file, folder).href)))
    const keys = parts.flatMap((part) => Object.values(part)).flatMap((texts: object) => Object.keys(texts))
    expect(keys.toSorted(byText)).toEqual(Object.keys(locale === 'en' ? english : chinese).toSorted(byText))
  })
})

describe('fillText', () => {
  it.each([
    ['共 {count} 条', { count: 12345 }, 'zh-CN', '共 12,345 条'],
    ['{count} {count|one:row|other:rows}', { count: 1 }, 'en', '1 row'],
    ['{count} {count|one:row|other:rows}', { count: 0 }, 'en', '0 rows'],
    ['{count|one:строка|few:строки|other:строк}', { count: 3 }, 'ru', 'строки'],
    ['{name} 与 {name}', { name: '李女士 {x}' }, 'zh-CN', '李女士 {x} 与 李女士 {x}'],
    ['{missing}', {}, 'en', '{missing}'],
    ['a $& b {name}', { name: '$1' }, 'en', 'a $& b $1'],
  ])('%s', (text, params, locale, expected) => {
    expect(fillText(text, params, locale)).toBe(expected)
  })
  it('finds parameter names once', () => {
    expect(paramNames('{b} {a} {b|one:x|other:y}')).toEqual(['a', 'b'])
  })
})

it.each([
  [['en-GB'], 'en'],
  [['fr', 'zh-TW'], 'zh-CN'],
  [['', 'zh'], 'zh-CN'],
  [['fr'], 'zh-CN'],
  [['EN'], 'en'],
])('the language for %j is %s', (wishes, locale) => {
  expect(matchLocale(wishes)).toBe(locale)
})
