import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeUp } from '../../../../api/platform/writing/close-up.ts'

describe('characters that were set apart', () => {
  it.each([
    ['煤 气 泄 漏', '煤气泄漏'],
    ['煤  气  泄  漏', '煤气泄漏'],
    ['煤.气.泄.漏了，快来', '煤气泄漏了，快来'],
    ['煤，气，泄，漏', '煤气泄漏'],
    ['煤-气-泄-漏', '煤气泄漏'],
    ['救\n命\n啊', '救命啊'],
    ['有人跳*楼', '有人跳楼'],
    ['家里 煤气 泄漏 了 快 来 人', '家里煤气泄漏了快来人'],
    ['3 号 楼 着 火', '3 号楼着火'],
    ['s.u.i.c.i.d.e now', 'suicide now'],
    ['g a s  l e a k', 'gas  leak'],
    ['𨋢 壞 咗', '𨋢壞咗'],
  ])('%s is %s', (text, read) => expect(closeUp(text)).toBe(read))

  it.each([
    '救命 我家着火了',
    '我家漏水了 请派人来',
    '好的，谢谢。再见！',
    '水、电、煤、气怎么过户',
    '12.5 元，3-4 天',
    'bus no. 7 a b',
    'e.g. the lamp',
    'I am a man',
    '',
  ])('%s stays as it is', (text) => expect(closeUp(text)).toBe(text))

  it('puts nothing in, changes nothing but signs, and stays quick', () => {
    const unit = fc.constantFrom('火', '煤', ' ', '.', '，', 'a', '1', '\n', '*', '😀', '\u0301', '\u{28a0}')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(closeUp(text))).toBe(letters(text))
        expect(closeUp(text).length).toBeLessThanOrEqual(text.length)
      }),
    )
    const began = process.cpuUsage()
    for (const text of ['火.'.repeat(100_000), '火 '.repeat(100_000), 'a.'.repeat(100_000)]) closeUp(text)
    expect(process.cpuUsage(began).user).toBeLessThan(1_500_000)
  })
})
