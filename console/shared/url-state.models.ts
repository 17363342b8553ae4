import { holdsWholeNumber } from '../../api/platform/whole-number.rules.ts'

/** How one search parameter is read and written; a default value is never written. (Methods, so that a schema may mix types.) */
export interface UrlParam<T> {
  fallback: T
  read(text: string): T
  write(value: T): string
  /** Whether a value is kept with the history entry instead of the address: addresses are kept by browsers, proxies and logs. */
  private?(value: T): boolean
}
export type UrlSchema = Record<string, UrlParam<unknown>>
export type UrlValues<S extends UrlSchema> = { [K in keyof S]: S[K] extends UrlParam<infer T> ? T : never }

/** Text in the address; left out while it is the fallback. */
export const textParam = (fallback = ''): UrlParam<string> => ({
  fallback,
  read: (text) => text,
  write: (value) => value,
})

/** Words that are searched for; a telephone number among them never stands in the address. */
export const searchParam = (): UrlParam<string> => ({ ...textParam(), private: holdsWholeNumber })

/**
 * A number in the address; anything else there reads as the fallback.
 * @internal exported for its test
 */
export const numberParam = (fallback: number): UrlParam<number> => ({
  fallback,
  read: (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : fallback),
  write: String,
})

/** A switch in the address: `1`, or left out. */
export const flagParam = (): UrlParam<boolean> => ({
  fallback: false,
  read: (text) => text === '1',
  write: (value) => (value ? '1' : ''),
})

/** One of a few words in the address; any other reads as the fallback. */
export const choiceParam = <T extends string>(choices: readonly T[], fallback: NoInfer<T>): UrlParam<T> => ({
  fallback,
  read: (text) => choices.find((choice) => choice === text) ?? fallback,
  write: (value) => value,
})
/** Several values, comma-separated; those that are no choice are dropped. */
export const listParam = <T extends string>(choices?: readonly T[]): UrlParam<T[]> => ({
  fallback: [],
  read: (text) =>
    text
      .split(',')
      .filter((part): part is T => part !== '' && (choices === undefined || choices.some((choice) => choice === part))),
  write: (value) => value.join(','),
})

/** What is kept with the history entry, as it would be written in the address. */
export type PrivateState = Readonly<Record<string, string>>

/** The values in a query string and of the history entry; unknown parameters are left alone, broken ones count as the default. */
export const readUrlState = <S extends UrlSchema>(schema: S, search: string, kept: PrivateState = {}): UrlValues<S> => {
  const params = new URLSearchParams(search)
  for (const [name, text] of Object.entries(kept)) params.set(name, text)
  return asValues<S>(
    Object.fromEntries(
      Object.entries(schema).map(([name, param]) => [
        name,
        params.has(name) ? param.read(params.get(name) ?? '') : param.fallback,
      ]),
    ),
  )
}

/** What the history entry keeps after a change: the values that must not stand in the address. */
export const privateAfter = <S extends UrlSchema>(
  schema: S,
  kept: PrivateState,
  change: Partial<UrlValues<S>>,
): PrivateState => {
  const next = { ...kept }
  for (const [name, value] of Object.entries(change)) {
    const param = schema[name]
    if (param?.private?.(value)) next[name] = param.write(value)
    else delete next[name]
  }
  return next
}

/** The query string after a change, with its `?`, or empty. Keeps parameters that are not the schema's. */
export const writeUrlState = <S extends UrlSchema>(
  schema: S,
  search: string,
  change: Partial<UrlValues<S>>,
): string => {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    const param = schema[name]
    if (param === undefined) continue
    const text = param.write(value)
    if (text === '' || text === param.write(param.fallback) || param.private?.(value)) params.delete(name)
    else params.set(name, text)
  }
  const query = params.toString().replaceAll('%2C', ',')
  return query === '' ? '' : `?${query}`
}

/** `Object.fromEntries` forgets which key has which type; every key of the schema was just read by its own `read`. */
const asValues = <S extends UrlSchema>(values: unknown): UrlValues<S> => values as UrlValues<S>
