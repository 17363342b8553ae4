import type { Params } from './i18n.types.ts'

const holes = /\{(\w+)((?:\|\w+:[^|}]*)*)\}/g

/**
 * Fills a text: `{name}` by the parameter (numbers grouped), `{count|one:ticket|other:tickets}` by the plural form of that number.
 * A parameter that was not given stays visible as `{name}`.
 */
export const fillText = (text: string, params: Params, locale: string): string =>
  text.replace(holes, (hole, name: string, forms: string) => {
    const value = params[name]
    if (value === undefined) return hole
    if (forms === '') return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value
    const wordings = new Map(
      forms
        .slice(1)
        .split('|')
        .map((form) => pair(form)),
    )
    return wordings.get(new Intl.PluralRules(locale).select(Number(value))) ?? wordings.get('other') ?? hole
  })

/**
 * The parameter names of a text, sorted; tests compare them between languages.
 * @internal exported for its test
 */
export const paramNames = (text: string): string[] =>
  [...new Set([...text.matchAll(holes)].map((hole) => hole[1] ?? ''))].sort()

const pair = (form: string): [string, string] => [form.slice(0, form.indexOf(':')), form.slice(form.indexOf(':') + 1)]
