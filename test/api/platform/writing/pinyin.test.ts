import { describe, expect, it } from 'vitest'
import { soundsLike } from '../../../../api/platform/writing/pinyin.ts'

const likeness = async (typed: string, name: string) => (await soundsLike(typed))?.(name) ?? null

describe('names by their pinyin', () => {
  it.each([
    // whole, and as far as one has typed
    ['shuiwuju', '水务局', 3],
    ['shuiw', '水务局', 2],
    ['shuiwuj', '水务局', 3],
    ['wuju', '水务局', 1],
    // initials, of two letters too
    ['swj', '水务局', 3],
    ['sw', '水务局', 2],
    ['zhwj', '住务局', 3],
    ['zwj', '住务局', 3],
    // mixed: initials, syllables and characters
    ['shuiwj', '水务局', 3],
    ['sw局', '水务局', 3],
    ['水wuju', '水务局', 3],
    ['水wu局', '水务局', 3],
    // characters that are read in several ways
    ['lvhangzhang', '吕行长', 3],
    ['lvxingchang', '吕行长', 3],
    ['luhangzhang', '吕行长', 3],
    ['lyuhz', '吕行长', 3],
    ['lühz', '吕行长', 3],
    ['lhz', '吕行长', 3],
    ['lxc', '吕行长', 3],
    ['changjianglu', '长江路', 3],
    ['quzhang', '区长', 3],
    ['shanxx', '单雄信', 3],
    ['zengle', '曾乐', 3],
    ['chongqing', '重庆', 3],
    // traditional characters, spaces, marks and capitals
    ['swj', '水務局', 3],
    ["xi'an", '西安', 3],
    ['Shui Wu', '水务局', 2],
    ['almmt', '艾力·买买提', 3],
    ['a3l', 'A3路', 3],
    ['12345rx', '12345热线', 3],
    // what does not stand there
    ['swz', '水务局', 0],
    ['shuiju', '水务局', 0],
    ['juwu', '水务局', 0],
    ['hwj', '水务局', 0],
  ])('%s is what %s sounds like: %s', async (typed, name, expected) => {
    expect(await likeness(typed, name)).toBe(expected)
  })

  it.each(['水务局', 's', '12345', '', '……', 'x'.repeat(41)])('are not looked for by %s', async (typed) => {
    expect(await soundsLike(typed)).toBeNull()
  })

  it('take no longer for a name that may be split in many ways', async () => {
    expect(await likeness(`${'sh'.repeat(19)}zz`, '沙哈'.repeat(60))).toBe(0)
  })
})
