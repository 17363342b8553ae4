import type { zhCN } from './zh-CN/index.ts'

/** The languages of the console; the first is the one all others are checked against. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** Every text of the console, typed by the Chinese dictionary: flat keys, values with `{name}` and `{count|one:…|other:…}`. */
export type Dictionary = { [K in keyof typeof zhCN]: string }
export type TextKey = keyof typeof zhCN

/** A dictionary file in another language has the keys of the Chinese one, no more and no fewer. */
export type Translation<T> = { [K in keyof T]: string }

type NameOf<S extends string> = S extends `${infer Name}|${string}` ? Name : S
type NamesIn<S extends string> = S extends `${string}{${infer Inside}}${infer Rest}`
  ? NameOf<Inside> | NamesIn<Rest>
  : never
/** The parameters a text needs, read from its Chinese wording. */
type ParamsOf<K extends TextKey> = NamesIn<(typeof zhCN)[K]>
export type Params = Record<string, string | number>
/** No second argument where the text has no parameter, a required one where it has. */
export type ParamsArgument<K extends TextKey> = [ParamsOf<K>] extends [never]
  ? []
  : [params: Record<ParamsOf<K>, string | number>]
/** Keys of texts without parameters: titles, labels, everything handed on as a key. */
export type PlainKey = { [K in TextKey]: [ParamsOf<K>] extends [never] ? K : never }[TextKey]
