import { Converter, Locale } from 'opencc-js/t2cn'

/** Written 着 on the mainland and in Hong Kong, by its neighbours and not always (著名): a text with it is looked at whole. */
const byNeighbours = '著'
/** A word whose characters are both simplified as they stand. */
const leftOver = /甚么/g

/** The library's lists of one way of writing: `traditional simplified` pairs, parted by bars. */
type Lists = Record<string, string[][]>
// The library's own declarations do not resolve under this project's module settings: said here as its documentation has them.
const { from, to }: { from: Lists; to: Lists } = Locale

interface Writing {
  /** 1 for the code of a character that occurs in traditional writing only. */
  traditional: Uint8Array
  /** Stretches that may be converted as they stand. */
  convertible: RegExp
  convert: (text: string) => string
}

/**
 * Made when the first Chinese text is read, for it takes some hundredths of a second. Left alone are characters that also belong to
 * simplified writing (么, 坏: another one in old books), and rare ones whose simplified form would take two code units.
 */
const makeWriting = (): Writing => {
  const convert: (text: string) => string = Converter({ from: 'tw', to: 'cn' })
  const listed = [...(from['tw'] ?? []), ...(to['cn'] ?? [])].flat().flatMap((list) => list.split('|'))
  const simple = new Map<string, string>()
  for (const pair of listed) {
    const [char = ''] = pair.split(' ')
    if (char.length === 1 && convert(char) !== char) simple.set(char, convert(char))
  }
  const forms = new Set(simple.values())
  const kept = [...simple].filter(([char, form]) => forms.has(char) || form.length !== 1).map(([char]) => char)
  const traditional = new Uint8Array(0x10000)
  for (const char of [byNeighbours, ...simple.keys()]) traditional[char.charCodeAt(0)] = 1
  for (const char of kept) traditional[char.charCodeAt(0)] = 0
  return { traditional, convertible: new RegExp(`[^${kept.join('')}]+`, 'g'), convert }
}
let writing: Writing | null = null

const isTraditional = (text: string, known: Writing): boolean => {
  for (let at = 0; at < text.length; at++) {
    if (known.traditional[text.charCodeAt(at)] === 1) return true
  }
  return false
}
const isChinese = /[\u3400-\u9fff]/

/**
 * A text in simplified characters, place for place: what stands at a place of the answer stood there in the text. Words are judged by their
 * neighbours (乾燥 but 乾隆, 著火 but 著名). For reading, comparing and searching; what is kept and shown is what was written.
 */
export const simplify = (text: string): string => {
  if (writing === null && !isChinese.test(text)) return text
  const known = (writing ??= makeWriting())
  if (!isTraditional(text, known)) return text
  return text
    .replace(known.convertible, (part) => {
      const simple = known.convert(part)
      return simple.length === part.length ? simple : Array.from(part, known.convert).join('')
    })
    .replace(leftOver, '什么')
}
