import { closeUp } from '../platform/writing/close-up.ts'
import { simplify } from '../platform/writing/simplify.ts'

/** Code units of a text that are read at all; the gist of a request stands at its beginning, and time stays bounded. */
const readLength = 4_000

/** Han, kana and hangul are read character by character, everything else word by word. */
export const isIdeograph = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0xac00 && code <= 0xd7af)

/**
 * One form for every way of writing: full-width and compatibility forms folded (NFKC), control and invisible characters out,
 * characters that were set apart closed up, blanks single. Cut to `readLength` first, so that a megabyte costs no more than a page.
 * Capitals stay, for names.
 */
export const tidy = (text: string): string =>
  closeUp(
    text
      .slice(0, readLength)
      .toWellFormed()
      .normalize('NFKC')
      .slice(0, readLength)
      .replace(/\p{Cf}+/gu, '')
      .replace(/\p{Cc}+/gu, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim()

/** `tidy`, in simplified characters and lower case: what every other rule reads. */
export const normalise = (text: string): string => simplify(tidy(text)).toLowerCase()

/** A part of a simplified text as it was written there; the two stand place for place. */
export const asWritten = (part: string, simple: string, written: string): string => {
  const at = simple.indexOf(part)
  return at < 0 ? part : written.slice(at, at + part.length)
}

const isKanaOrHangul = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7af)
const letter = /\p{L}/u

/**
 * The language to answer in. Chinese as soon as there is a Han character for every five letters: Chinese texts mix in English words and names;
 * and where there are no letters at all. Every other language, Japanese and Korean with their Han characters among them, is answered in English.
 */
export const languageOf = (text: string): 'zh' | 'en' => {
  let han = 0
  let syllables = 0
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isKanaOrHangul(code)) syllables++
    else if (isIdeograph(code)) han++
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) letters++
    else if (code >= 0xc0 && letter.test(text.charAt(i))) letters++
  }
  if (syllables * 2 > han) return 'en'
  return han > 0 ? (han * 5 >= letters ? 'zh' : 'en') : letters > 0 ? 'en' : 'zh'
}

/**
 * Matches of a global pattern in a text, in order. `matchAll` would copy the pattern for each text, which costs more than the matching;
 * the pattern must be no other text's meanwhile.
 */
export const matchesOf = (pattern: RegExp, text: string): RegExpExecArray[] => {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}
