import { oneSpelling } from '../../platform/writing/one-spelling.ts'
import { visible } from '../../platform/writing/visible.ts'
import { simplify } from '../../platform/writing/simplify.ts'
import type { OptOutWord } from '../../telephony/text-events.types.ts'
import type { TextLocale } from '../../vocabulary/locale.ts'
import { isTicketNumber } from '../../tickets/opening/ticket-number.ts'
import type { PieceKind } from './lexicon.ts'
import { readRequest } from './grammar.ts'

/**
 * What a short text asks for. `choice` is a small number; a bare ticket number asks for its `progress`; `person` wants somebody to talk to.
 * @internal exported for its test
 */
export type KeywordKind = Exclude<PieceKind, 'solved' | 'polite' | 'about'> | 'choice'

export interface Keyword {
  kind: KeywordKind
  /** Twelve digits as texted, when a number came with the keyword; its check digit may still be wrong. */
  number: string | null
  /** What followed `rate` or `newRequest`; for `choice` the digits. */
  rest: string
  /** The language of the keyword; null for digits and signs. */
  locale: TextLocale | null
}

/** Carrier defaults (Twilio, long codes) that mean something else in a sentence; matched against the whole text only. */
const stopAlone = new Set(['end', 'quit', 'stopall', 'revoke', 'optout', 'cancel', 't', 'td', 'stop', '退订', '拒收'])

/** A refusal may be spelt with signs between its letters: T D, T.D., S T O P, 退 订. */
const isStopAlone = (text: string) => text.length <= 24 && stopAlone.has(text.replaceAll(/[\s\p{P}\p{S}]/gu, ''))

const label = /(?:工单号码?|编号|单号|号码|ticket number|ticket|number|no)\s*[:.#]?\s*$/

const numerals = '零一二三四五六七八九'

/**
 * One spelling for all: full width becomes half width, simplified characters, lower case, no invisible or variation characters, single
 * spaces, and no punctuation or symbols around it.
 * @internal exported for its test
 */
export const normaliseText = (body: string) =>
  simplify(body.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[\p{Cf}\u{FE0F}\u{20E3}\0]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')

/** Twelve digits, in groups or not, that stand alone (no longer run of digits around them). */
const numberPattern = /(?<![\d])\d(?:[ -]?\d){11}(?![\d])/

/** Every ticket number said in a text, check digit right. */
export const ticketNumbersIn = (body: string): string[] =>
  [...body.normalize('NFKC').matchAll(new RegExp(numberPattern, 'g'))]
    .map(([found]) => found.replaceAll(/[ -]/g, ''))
    .filter(isTicketNumber)

/** The language a text is written in; null where there are no letters, only figures. */
const localeOf = (text: string): TextLocale | null =>
  /\p{Script=Han}/u.test(text) ? 'zh' : /\p{L}/u.test(text) ? 'en' : null

const rating = { zh: /^[\s:,.-]*(?:\d|[非很常基本不]*满意)?$/, en: /^(?:[\s:,.-]+\d)?$/ } as const

const rateWords = ['rate', 'rating', 'review', 'feedback', '评价', '评分', '打分', '满意度']

/** `rate` may carry its answer: 评价5, 评价不满意, rate 5. "Rates are too high" is no rating. */
const readRate = (text: string): string | null => {
  const found = rateWords.find(
    (word) => text.startsWith(word) && rating[localeOf(word) ?? 'en'].test(text.slice(word.length)),
  )
  return found === undefined ? null : text.slice(found.length).replace(/^[\p{P}\s]+/u, '')
}

const gradesAlone = /^[1-5](?:[\s,，、;；.。]*[1-5]){1,2}$/
const contentAlone = /^[1-5]?[\s,，、.]*(?:(?:[很挺]|非常|十分|特别|基本|比较|都)?满意的?|(?:very )?satisfied)$/

/**
 * Whether a text is nothing but answers to a survey (`1 1 5`, 满意): when none is open they came too late, and no request is made of
 * them. Words of dissatisfaction are not among them: those are a person's, whenever they come.
 */
export const isBareRating = (body: string): boolean => {
  const text = normaliseText(body)
  return gradesAlone.test(text) || contentAlone.test(oneSpelling(text))
}

/** 新诉求 or NEW: before a text: the citizen says themselves that it is another matter. */
const newMatter =
  /^(?:新的?诉求|新工单|新问题)[\s:：,，.、。]*(?=\S)|^new(?: request)?\s*[:：,，.-]\s*(?=\S)|^new request\s+(?=\S)/i

/** What follows 新诉求 or NEW:, as the citizen wrote it; all of a text without them. */
export const ownWordsOf = (body: string): string => body.slice(newMatter.exec(simplify(body))?.[0].length ?? 0)

/** `rest` of a withdrawal that is confirmed in the same breath: 确认撤销. */
export const sure = 'sure'

const agreeing = /^(?:[👍👌✅]\s*)+$/u
const thanking = /[🙏🌹💐❤♥🤝😊🙂😄😀😁🥰💖👏]/u

/** A text without a letter or a figure: thanks, a yes, a question; whatever else it may mean, the sender is told how to ask. */
const readSigns = (body: string): Keyword | null => {
  const signs = visible(body)
  if (signs === '') return null
  const kind = agreeing.test(signs) ? 'yes' : thanking.test(signs) ? 'thanks' : 'help'
  return { kind, number: null, rest: '', locale: null }
}

const figure = `\\d{1,2}|[${numerals.slice(1)}]`
const chosen = [
  new RegExp(`^(?:我?选择?|回复|就|我要|选项)?\\s*第?\\s*(${figure})\\s*[个条项件号]?(.*)$`, 'u'),
  /^(?:option|number|no|choice|reply)?[\s.:#]*(\d{1,2})(.*)$/,
]
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']

/** A choice: a small number, alone or with the word it stands for (1确认撤销, 2 新的诉求), or 第一个. */
const readChoice = (text: string): Keyword | null => {
  const ordinal = ordinals.indexOf(/^(?:the )?([a-z]+)(?: one)?$/.exec(text)?.[1] ?? '')
  if (ordinal >= 0) return { kind: 'choice', number: null, rest: String(ordinal + 1), locale: 'en' }
  for (const pattern of chosen) {
    const [, found, after = ''] = pattern.exec(text) ?? []
    if (found === undefined || /^\d/.test(after)) continue
    const more = after.replace(/^[\s\p{P}]+/u, '')
    if (more !== '' && !isChoiceName(more)) continue
    const digits = /^\d/.test(found) ? String(Number(found)) : String(numerals.indexOf(found))
    return { kind: 'choice', number: null, rest: digits, locale: localeOf(text) }
  }
  return null
}

/** What people write behind the number they choose: politeness, or the choice in words. */
const isChoiceName = (text: string) => /^[吧了]+$/.test(text) || readRequest(text) !== null

/**
 * What a whole text asks for, or null when it is free text. `optOut` is the carrier's own reading of STOP, START and
 * HELP and settles those three when it is given.
 */
export const readKeyword = (body: string, optOut: OptOutWord | null = null): Keyword | null => {
  const text = normaliseText(body)
  const locale = localeOf(text)
  if (optOut === 'start') {
    // YES is a carrier's word to begin again and an answer to a question: which of them, only whoever knows the ledger can tell.
    const own = readKeyword(body)
    return own?.kind === 'yes' ? own : { kind: 'start', number: null, rest: '', locale }
  }
  if (optOut !== null) return { kind: optOut, number: null, rest: '', locale }
  if (text === '') return readSigns(body)
  if (isStopAlone(text)) return { kind: 'stop', number: null, rest: '', locale }
  const choice = readChoice(text)
  if (choice !== null) return choice
  const found = numberPattern.exec(text)
  const number = found ? found[0].replaceAll(/[ -]/g, '') : null
  const around = found
    ? `${text.slice(0, found.index).replace(label, '')} ${text.slice(found.index + found[0].length)}`.trim()
    : text
  if (number !== null && around === '')
    return { kind: 'progress', number, rest: '', locale: localeOf(text) === 'zh' ? 'zh' : null }
  const asked = readRequest(around)
  if (asked !== null) return { kind: asked.kind, number, rest: asked.sure ? sure : '', locale: localeOf(around) }
  if (newMatter.test(text)) return { kind: 'newRequest', number: null, rest: text.replace(newMatter, ''), locale }
  const rest = readRate(around)
  return rest === null ? null : { kind: 'rate', number, rest, locale: localeOf(around) }
}
