import { fileKinds, type FileCounts } from '../vocabulary/file.ts'
import type { TextLocale } from '../vocabulary/locale.ts'
import { dueDay } from '../clocks/due-day.rules.ts'
import { dangerAdvice } from './danger-advice.rules.ts'
import type { Named, ParamValues } from './notice.types.ts'
import { stateNames } from './state-names.ts'

/** In which language, and in which city's days, a text is written. */
export interface Writing {
  locale: TextLocale
  timeZone: string
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** A formatter is dear to make and kept for each language and zone. */
const dayFormat = ({ locale, timeZone }: Writing) => {
  const key = `${locale} ${timeZone}`
  const known = dayFormats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
  })
  dayFormats.set(key, made)
  return made
}

const timeFormats = new Map<string, Intl.DateTimeFormat>()

const timeFormat = (timeZone: string) => {
  const known = timeFormats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  timeFormats.set(timeZone, made)
  return made
}

/**
 * A day as a text names it, in the city's time zone: 11月30日, 30 Nov.
 * @internal exported for its test
 */
export const dayText = (at: Date, writing: Writing) => dayFormat(writing).format(at)

/**
 * When a limit ends, as a text names it: the day, and the hour where it ends within one, as limits in hours do. Midnight belongs to the
 * day that ends.
 * @internal exported for its test
 */
export const dueText = (at: Date, writing: Writing): string => {
  const last = dueDay(at)
  const day = dayText(last, writing)
  if (dayText(new Date(last.getTime() + 1), writing) !== day) return day
  const time = timeFormat(writing.timeZone).format(at)
  return writing.locale === 'zh' ? `${dayText(at, writing)}${time}` : `${dayText(at, writing)}, ${time}`
}

/** A ticket number as it is read out and texted: three groups of four. */
export const groupedNumber = (number: string) => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

const nameText = ({ name, nameEn }: Named, { locale }: Writing) => (locale === 'en' && nameEn !== '' ? nameEn : name)

const fileWords = {
  zh: { picture: ['图片', '张'], video: ['视频', '段'], sound: ['录音', '段'], file: ['文件', '个'] },
  en: { picture: 'picture', video: 'video', sound: 'sound recording', file: 'file' },
} as const

/** Files as a text counts them: 图片2张、视频1段; 2 pictures, 1 video. */
const filesText = (counts: FileCounts, { locale }: Pick<Writing, 'locale'>): string =>
  fileKinds
    .flatMap((kind) => {
      const count = counts[kind] ?? 0
      if (count === 0) return []
      if (locale === 'en') return [`${count} ${fileWords.en[kind]}${count === 1 ? '' : 's'}`]
      const [name, measure] = fileWords.zh[kind]
      return [`${name}${count}${measure}`]
    })
    .join(locale === 'en' ? ', ' : '、')

const formats: { [Name in keyof ParamValues]: (value: ParamValues[Name], writing: Writing) => string } = {
  number: groupedNumber,
  main: groupedNumber,
  unit: nameText,
  line: nameText,
  due: dueText,
  state: (state, { locale }) => stateNames[state][locale],
  advice: ({ kind, call }, { locale }) => dangerAdvice(kind, call, locale),
  count: String,
  files: filesText,
  last: String,
}

const isFormatted = (name: string): name is keyof ParamValues => Object.hasOwn(formats, name)

/** The format of a placeholder, for a value that the notice's parameters have held to its type. */
const formatFor = (name: keyof ParamValues) => formats[name] as (value: unknown, writing: Writing) => string

/** A parameter as the text says it; empty when it is missing. */
export const formatParam = (name: string, value: unknown, writing: Writing): string => {
  if (value === undefined || value === null) return ''
  if (isFormatted(name)) return formatFor(name)(value, writing)
  return typeof value === 'string' ? value : ''
}
