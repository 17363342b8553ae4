import { isTicketNumber } from '../tickets/ticket-number.ts'

/** What a short text asks for. `choice` is a bare small number, `ticket` a bare ticket number. */
export type WordKind =
  | 'stop'
  | 'start'
  | 'help'
  | 'progress'
  | 'urge'
  | 'withdraw'
  | 'rate'
  | 'newRequest'
  | 'thanks'
  | 'yes'
  | 'no'
  | 'choice'
export type TextLocale = 'zh' | 'en'

export interface Word {
  word: WordKind
  /** Twelve digits as texted, when a number came with the word; its check digit may still be wrong. */
  number: string | null
  /** What followed `rate` or `newRequest`; for `choice` the digits. */
  rest: string
  /** The language of the word; null for bare digits. */
  locale: TextLocale | null
}

/** Carrier defaults (Twilio, long codes) and what Chinese service texts print; matched against the whole text only. */
const stopWords = [
  'stop',
  'unsubscribe',
  'end',
  'quit',
  'stopall',
  'revoke',
  'optout',
  'cancel',
  '退订',
  '退訂',
  'td',
  't',
]
const startWords = ['start', 'unstop', '恢复', '恢復', '恢复短信', '恢復簡訊']

/** Simplified, traditional and English words of each request; whole texts but for politeness and a ticket number. */
const words: Readonly<Record<Exclude<WordKind, 'stop' | 'start' | 'choice'>, readonly string[]>> = {
  // Somebody who only greets has not said yet what it is about: they are told how, and no ticket is made of it.
  help: [
    'help',
    'info',
    'menu',
    'hello',
    'hi',
    'hey',
    '帮助',
    '幫助',
    '帮助信息',
    '菜单',
    '選單',
    '怎么用',
    '怎麼用',
    '你好',
    '您好',
    '喂',
    '在吗',
    '在嗎',
    '有人吗',
    '有人嗎',
  ],
  progress: [
    'progress',
    'status',
    'track',
    'query',
    'check status',
    'check progress',
    '进度',
    '進度',
    '查询',
    '查詢',
    '查进度',
    '查進度',
    '查询进度',
    '查詢進度',
    '进度查询',
    '進度查詢',
    '办理进度',
    '辦理進度',
    '处理进度',
    '處理進度',
    '进展',
    '進展',
    '查询进展',
    '办理情况',
    '辦理情況',
    '查工单',
    '查單',
    '查单',
    '进度怎么样',
    '進度怎麼樣',
    '进度如何',
    '進度如何',
  ],
  urge: [
    'urge',
    'hurry',
    'hurry up',
    'chase',
    'remind',
    '催办',
    '催辦',
    '催',
    '催单',
    '催單',
    '催一催',
    '催促',
    '催促办理',
    '加急',
    '请尽快办理',
  ],
  withdraw: [
    'withdraw',
    'withdrawal',
    'retract',
    '撤销',
    '撤銷',
    '撤单',
    '撤單',
    '撤回',
    '撤诉',
    '撤訴',
    '撤销工单',
    '撤銷工單',
    '取消工单',
    '取消工單',
    '不用处理',
  ],
  rate: ['rate', 'rating', 'review', 'feedback', '评价', '評價', '评分', '評分', '打分', '满意度'],
  newRequest: [
    'new',
    'new request',
    'another',
    '新诉求',
    '新訴求',
    '新工单',
    '新工單',
    '新的诉求',
    '另一件事',
    '新问题',
    '新問題',
  ],
  thanks: [
    'thanks',
    'thank you',
    'thank you very much',
    'many thanks',
    'thx',
    'got it',
    '谢谢',
    '謝謝',
    '谢谢你',
    '谢谢您',
    '謝謝您',
    '谢谢你们',
    '非常感谢',
    '感谢',
    '感謝',
    '多谢',
    '多謝',
    '辛苦了',
    '收到',
    '收到谢谢',
    '知道了',
  ],
  yes: ['yes', 'y', 'confirm', 'ok', '是', '是的', '确认', '確認', '确定', '確定', '对', '好', '好的', '同意'],
  no: ['no', 'n', '否', '不', '不是', '不要', '不用', '不撤', '不撤销', '不撤銷'],
}

const polite = /^(?:请问|请|請|麻烦|麻煩|帮我|幫我|我要|我想|想|please )+/
const trailing = /(?:一下|吧|了|吗|嗎|呢|谢谢|謝謝| please| now)+$/
const label = /(?:工单号码?|工單號碼?|工单|工單|编号|編號|单号|單號|号码|ticket|number|no)\s*[:.#]?\s*$/

const numerals = '零一二三四五六七八九'

/**
 * One spelling for all: full width becomes half width, lower case, no invisible or variation characters, single spaces,
 * and no punctuation or symbols around it.
 */
export const normaliseText = (body: string) =>
  body
    .normalize('NFKC')
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

const localeOf = (text: string): TextLocale => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

const unmarked = (text: string) => text.replaceAll(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')

const plain = (text: string) => {
  const bare = unmarked(text)
  const asked = bare.replace(polite, '')
  return [bare, asked, ...[bare, asked].map((form) => unmarked(form.replace(trailing, '')))]
}

const kindOf = (text: string): Exclude<WordKind, 'stop' | 'start' | 'choice'> | null => {
  const forms = plain(text)
  for (const kind of ['progress', 'urge', 'withdraw', 'rate', 'help', 'newRequest', 'thanks', 'yes', 'no'] as const)
    if (forms.some((form) => words[kind].includes(form))) return kind
  return null
}

const rating = { zh: /^[\s:,.-]*(?:\d|[非很常基本不]*[满滿]意)?$/, en: /^(?:[\s:,.-]+\d)?$/ } as const

/** `rate` may carry its answer: 评价5, 评价不满意, rate 5. "Rates are too high" is no rating. */
const readRate = (text: string): string | null => {
  const found = words.rate.find((word) => text.startsWith(word) && rating[localeOf(word)].test(text.slice(word.length)))
  return found === undefined ? null : text.slice(found.length).replace(/^[\p{P}\s]+/u, '')
}

const gradesAlone = /^[1-5](?:[\s,，、;；.。]*[1-5]){1,2}$/
const contentAlone = [
  '满意',
  '滿意',
  '很满意',
  '非常满意',
  '非常滿意',
  '基本满意',
  '比较满意',
  'satisfied',
  'very satisfied',
]

/**
 * Whether a text is nothing but answers to a survey (`1 1 5`, 满意): when none is open they came too late, and no request is made of
 * them. Words of dissatisfaction are not among them: those are a person's, whenever they come.
 */
export const isBareRating = (body: string): boolean => {
  const text = normaliseText(body)
  return gradesAlone.test(text) || contentAlone.includes(text)
}

/** 新诉求 or NEW: before a text: the citizen says themselves that it is another matter. */
const newMatter =
  /^(?:新的?[诉訴]求|新工[单單]|新[问問][题題])[\s:：,，.、。]*(?=\S)|^new(?: request)?\s*[:：,，.-]\s*(?=\S)|^new request\s+(?=\S)/i

/** What is told after 新诉求 or NEW:, in the citizen's own writing; a text without them is told whole. */
export const toldMatter = (body: string): string => body.replace(newMatter, '')

/**
 * What a whole text asks for, or null when it is free text. `optOutType` is the carrier's own reading of STOP, START and
 * HELP and settles those three when it is given.
 */
export const readWord = (body: string, optOutType: 'STOP' | 'START' | 'HELP' | null = null): Word | null => {
  const text = normaliseText(body)
  const locale = localeOf(text)
  if (optOutType !== null)
    return {
      word: optOutType === 'STOP' ? 'stop' : optOutType === 'START' ? 'start' : 'help',
      number: null,
      rest: '',
      locale,
    }
  if (text === '') return /[?？]/.test(body) ? { word: 'help', number: null, rest: '', locale: null } : null
  const joined = text.replaceAll(' ', '')
  if (stopWords.includes(joined)) return { word: 'stop', number: null, rest: '', locale }
  if (startWords.includes(joined)) return { word: 'start', number: null, rest: '', locale }
  if (/^\d{1,2}$/.test(text)) return { word: 'choice', number: null, rest: String(Number(text)), locale: null }
  const numeral = /^第?([一二三四五六七八九])[个個条項项]?$/.exec(text)?.[1]
  if (numeral !== undefined)
    return { word: 'choice', number: null, rest: String(numerals.indexOf(numeral)), locale: 'zh' }
  const found = numberPattern.exec(text)
  const number = found ? found[0].replaceAll(/[ -]/g, '') : null
  const around = found
    ? `${text.slice(0, found.index).replace(label, '')} ${text.slice(found.index + found[0].length)}`.trim()
    : text
  if (number !== null && around === '')
    return { word: 'progress', number, rest: '', locale: localeOf(text) === 'zh' ? 'zh' : null }
  const kind = kindOf(around)
  if (kind !== null) return { word: kind, number, rest: '', locale: localeOf(around) }
  if (newMatter.test(text)) return { word: 'newRequest', number: null, rest: text.replace(newMatter, ''), locale }
  const rest = readRate(around)
  return rest === null ? null : { word: 'rate', number, rest, locale: localeOf(around) }
}
