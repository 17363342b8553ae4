import type { TextLocale } from '../../vocabulary/locale.ts'
import { blankNames, type BlankName } from './templates.table.ts'

const isBlank = (name: string): name is BlankName => Object.hasOwn(blankNames, name)

/** A blank as it stands in a text until somebody fills it in: {承办单位}, {unit}. */
const openBlank = (name: BlankName, locale: TextLocale): string => `{${blankNames[name][locale]}}`

/** Every blank as it may still stand in a text of this language. */
export const openBlanks = (locale: TextLocale): string[] => {
  const names: readonly string[] = Object.keys(blankNames)
  return names.filter((name) => isBlank(name)).map((name) => openBlank(name, locale))
}

/** A template's words with what is known in them; what is not stays as an open blank. Values are never read as templates. */
export const fillTemplate = (
  words: string,
  known: Readonly<Partial<Record<BlankName, string>>>,
  locale: TextLocale,
): string =>
  words.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    isBlank(name) ? known[name] || openBlank(name, locale) : whole,
  )
