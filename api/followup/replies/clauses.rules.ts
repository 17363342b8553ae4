import { oneSpelling } from '../../platform/writing/one-spelling.ts'
import { courtesy, courtesyAround, englishNumerals, leadIn, numerals } from './reply.words.ts'

/** Figures in rings and on discs that no normal form turns into digits. */
const ringed: readonly (readonly [first: number, last: number])[] = [
  [0x2776, 0x277f],
  [0x2780, 0x2789],
  [0x278a, 0x2793],
  [0x24f5, 0x24fe],
]
const unring = (char: string): string => {
  const code = char.codePointAt(0) ?? 0
  const found = ringed.find(([first, last]) => code >= first && code <= last)
  return found ? String(((code - found[0]) % 10) + 1) : char
}

const formal: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
}

/** Stars alone are a grade by their number. */
const stars = (text: string) =>
  text.replace(/^\s*((?:[⭐★🌟]\s*){1,5})$/u, (all) => `${[...all.matchAll(/[⭐★🌟]/gu)].length}星`)

const signsThatAnswer = /[👍👌👎✅✔☑⭕❌✖✗🙏🌹😊]/u

/** A reply in one spelling, without what is only drawn: skin tones, frames, smileys beside those that answer. */
export const spelled = (text: string): string =>
  [...stars(oneSpelling(text.replaceAll(/[❶-❿➀-➓⓵-⓾]/gu, unring)))]
    .map((char) => formal[char] ?? char)
    .join('')
    .replaceAll(/[\p{Cf}\u{FE0F}\u{20E3}\p{Emoji_Modifier}]/gu, '')
    .replaceAll(/\p{S}/gu, (sign) => (signsThatAnswer.test(sign) || /[+=|]/.test(sign) ? sign : ' '))
    .replaceAll(/[\u0000-\u001f]+/g, ' ')
    .replaceAll(/([👍👌👎✅✔☑⭕❌✖✗🙏🌹😊])(?!\1)/gu, '$1 ')
    .replaceAll(/(?<=[^\s👍👌👎✅✔☑⭕❌✖✗🙏🌹😊])([👍👌👎✅✔☑⭕❌✖✗🙏🌹😊])/gu, ' $1')
    .trim()

const digitOf = (char: string): string => {
  const at = [...numerals].indexOf(char === '两' ? '二' : char)
  return at < 0 ? char : String(at + 1)
}

/** 五, 五星, 第二个, five stars, 一一五: figures written out, where they stand for a choice. */
const withDigits = (clause: string): string =>
  clause
    .replace(/^[一二三四五]{2,3}$/u, (row) => [...row].map(digitOf).join(''))
    .replace(
      /^(第?)([一二两三四五六七八九])(?=(?:分|颗?星|个|项|号|选项)?(?:好评|吧)?$)/u,
      (_, first: string, char: string) => first + digitOf(char),
    )
    .replace(/^(one|two|three|four|five)(?=(?: (?:stars?|points?))?$)/u, (word) =>
      String(englishNumerals.findIndex((one) => one === word) + 1),
    )

/** One clause of a reply. */
export interface Clause {
  text: string
  /** Said of the question of this number, 1 to 3 (第一题, 1. before words). */
  labelled: number | null
  /** It ends as a question. */
  asks: boolean
}

const labelPattern = /^(?:第([一二三123])[个道]?[题问](?:答案)?(?:是|选)?|q([123]))[\s:]*/u

const cleaned = (part: string): Clause => {
  const asks = /\?\s*$/u.test(part)
  const clause = part.replaceAll(/^[\s'‘’`·•.:?]+|[\s'‘’`·•.:?]+$/gu, '')
  const [label = '', chinese, english] = labelPattern.exec(clause) ?? []
  let text = clause.slice(label.length)
  // 我选1吧, 回复：2: what leads in is only dropped before something.
  const led = text.replace(leadIn, '').trim()
  if (led !== '' && !/^[吧了的]+$/u.test(led)) text = led
  if (!courtesy.test(text)) text = text.replaceAll(courtesyAround, '').trim()
  return { text: withDigits(text), labelled: label === '' ? null : Number(digitOf(chinese ?? english ?? '')), asks }
}

/** Where a sentence turns: what stands behind it is said by itself. */
const turns = /(?<=.)(?:但是|但|不过|可是|然而|只是|虽然|尽管|而且|并且|另外|可(?=[又还是没不结]))/gu
const turning =
  /^(?:但是|但|不过|可是|然而|只是|虽然|尽管|而且|并且|另外|而(?!是)|可(?!能|以)|结果(?=又)|but|however|although|and|though)\s?/u

/** The clauses of a reply in order. Spaces part figures and Chinese words, not English ones. */
export const clausesOf = (text: string): Clause[] => {
  const parted = text
    .replace(leadIn, (lead) => (lead.length < text.length ? '' : lead))
    .replace(/^([1-5])\s*(?:\/|out of)\s*5$/u, '$1分')
    // 1. 是: a figure and its word are one.
    .replaceAll(/(?<=^|[\s,，、;；])([1-5])\s*[.:)、]\s*(?=\p{L})/gu, '$1')
    // 1是2否: figures with their words, one behind the other.
    .replace(/^(?:[1-5][^\d\s]{1,8}){2,}$/u, (all) => all.replaceAll(/(?<=.)(?=[1-5])/gu, '\n'))
    // 115谢谢: a row of figures and what follows it, unless they count something (1楼, 2次).
    .replace(/^([1-5]{3})(?=\p{Script=Han})/u, '$1\n')
    .replaceAll(/\b(?:but|however|although|though)\b/gu, '\n$&')
    .replaceAll(turns, '\n$&')
    .replaceAll(/\s+(?![\p{Script=Latin}'])(?!(?<=\p{Script=Latin}\s+)\d)|(?<![\p{Script=Latin}'\d])\s+/gu, '\n')
    .replaceAll(
      /(?<=\?)|[\n,，、;；|/!！。…~～+&()<>《》【】「」『』[\]{}"“”\-—–_=*#@\\]|[.:](?=\s|$|\D)|(?<=\d)[.:](?=\d)/gu,
      '\n',
    )
  return parted
    .split('\n')
    .map((part) => part.trim().replace(turning, ''))
    .filter((part) => part !== '')
    .map(cleaned)
    .filter(({ text: said }) => said !== '')
}
