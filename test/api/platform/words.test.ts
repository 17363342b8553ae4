import { describe, expect, it } from 'vitest'
import { words } from '../../../api/platform/words.ts'

describe('what people write', () => {
  const takes = (text: string, least = 1) => words(20, least).safeParse(text).success

  it.each(['好', 'ok', '👩‍👩‍👧', 'مرحبا', '𠮷', 'e\u0301', '?', '一\u200b二'])('is taken as it stands: %j', (text) => {
    expect(words(20).parse(` ${text} `)).toBe(text)
  })
  it.each(['', '  ', '\u3000', '\u200b', ' \u200b\ufeff\u2060 ', '\u202e\u202c', '\u0001'])(
    'is nothing where nothing can be read: %j',
    (text) => {
      expect(takes(text)).toBe(false)
      expect(takes(text, 0)).toBe(true)
    },
  )
  it('is as long as what is seen of it', () => {
    expect(takes('a\u200b', 2)).toBe(false)
    expect(takes('ab', 2)).toBe(true)
    expect(takes('a'.repeat(21))).toBe(false)
  })
  it('holds no NUL', () => {
    expect(takes('a\0b')).toBe(false)
  })
})
