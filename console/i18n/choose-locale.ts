import { locales, type Locale } from './i18n.types.ts'

const key = 'yixian.locale'

/** The language of the console that a wish names, by full tag, then by language. */
const found = (wish: string): Locale | undefined =>
  locales.find((locale) => locale.toLowerCase() === wish.toLowerCase()) ??
  locales.find((locale) => locale.split('-')[0] === wish.toLowerCase().split('-')[0])

/** The first of the wishes that the console speaks, by full tag, then by language; Chinese where none fits. */
export const matchLocale = (wishes: readonly string[]): Locale => {
  for (const wish of wishes) {
    const locale = found(wish)
    if (locale) return locale
  }
  return 'zh-CN'
}

/** What the person chose on this device, then what the device speaks. */
export const chooseLocale = (): Locale => matchLocale([localStorage.getItem(key) ?? '', ...navigator.languages])

/** Keeps the language somebody chose on this device. */
export const rememberLocale = (locale: Locale): void => localStorage.setItem(key, locale)
/**
 * Whether the device says which language it wants: somebody chose one on it, or it speaks one of the console's. Otherwise the account's own
 * is taken at sign-in.
 */
export const localeIsKnown = (): boolean =>
  localStorage.getItem(key) !== null || navigator.languages.some((wish) => found(wish) !== undefined)
