import { createContext, createMemo, createSignal, useContext, type ParentProps } from 'solid-js'
import { fillText } from './fill-text.ts'
import { createFormatters } from './formatters.ts'
import type { Dictionary, Locale, Params, ParamsArgument, TextKey } from './i18n.types.ts'
import { rememberLocale } from './choose-locale.ts'

const loaders: Record<Locale, () => Promise<Dictionary>> = {
  'zh-CN': async () => (await import('./zh-CN/index.ts')).zhCN,
  en: async () => (await import('./en/index.ts')).en,
}

/** A language with its texts, ready to be shown. */
export interface LoadedLocale {
  locale: Locale
  dictionary: Dictionary
}
/** Fetches one language; each is a chunk of its own. */
export const loadLocale = async (locale: Locale): Promise<LoadedLocale> => ({
  locale,
  dictionary: await loaders[locale](),
})

const createI18n = (initial: LoadedLocale) => {
  const [current, setCurrent] = createSignal(initial)
  const dictionary = (): Readonly<Record<string, string>> => current().dictionary
  document.documentElement.lang = initial.locale

  /** The text of a key in the current language. */
  const t = <K extends TextKey>(key: K, ...[params]: ParamsArgument<K>): string =>
    fillText(current().dictionary[key], params ?? {}, current().locale)

  /** For keys made from data (a problem code, a state the server may add): the text, or undefined where there is none. */
  const maybe = (key: string, params: Params = {}): string | undefined => {
    const text = dictionary()[key]
    return text === undefined ? undefined : fillText(text, params, current().locale)
  }

  return {
    t,
    maybe,
    locale: (): Locale => current().locale,
    /** One of two wordings that the server sends side by side: `inLocale(unit.name, unit.nameEn)`. */
    inLocale: <T,>(chinese: T, english: T): T => (current().locale === 'zh-CN' ? chinese : english),
    /** Dates, numbers and phone numbers in the current language. */
    format: createMemo(() => createFormatters(current().locale)),
    setLocale: async (locale: Locale): Promise<void> => {
      setCurrent(await loadLocale(locale))
      document.documentElement.lang = locale
      rememberLocale(locale)
    },
  }
}

const I18nContext = createContext<ReturnType<typeof createI18n>>()

/** Holds the language of everything inside; its texts are loaded before the first page is drawn. */
export const I18nProvider = (props: ParentProps<{ initial: LoadedLocale }>) => (
  <I18nContext.Provider value={createI18n(props.initial)}>{props.children}</I18nContext.Provider>
)

/** Texts and formatters: `const { t, format } = useI18n()`, then `t('key')` and `format().moment(at)`. */
export const useI18n = () => {
  const context = useContext(I18nContext)
  if (!context) throw new Error('useI18n is called outside <I18nProvider>')
  return context
}
