import { locales, type Locale } from './i18n.types.ts'

const key = 'yixian.locale'

/** The first of the wishes that the console speaks, by full tag, then by language; Chinese where none fits. */
export const matchLocale = (wishes: readonly string[]): Locale => {
  for (const wish of wishes) {
    const language = wish.toLowerCase().split('-')[0]
    const found =
      locales.find((locale) => locale.toLowerCase() === wish.toLowerCase()) ??
      locales.find((locale) => locale.split('-')[0] === language)
    if (found) return found
  }
  return 'zh-CN'
}

/** What the person chose on this device, then what the device speaks. */
export const chooseLocale = (): Locale => matchLocale([localStorage.getItem(key) ?? '', ...navigator.languages])

/** Keeps the language somebody chose on this device. */
export const rememberLocale = (locale: Locale): void => localStorage.setItem(key, locale)
/** False until somebody chose on this device: then the account's own language is taken at sign-in. */
export const localeWasChosen = (): boolean => localStorage.getItem(key) !== null
