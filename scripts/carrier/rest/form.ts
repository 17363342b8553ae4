import type { Endpoint } from '../core/endpoint.ts'
import { invalid, RestProblem } from './problem.ts'
import type { Method } from '../core/request.ts'

/** How a form field is written on the wire. */
type FieldKind = 'text' | 'url' | 'method' | 'boolean' | 'integer' | 'list' | { oneOf: readonly string[] } | 'ignored'

export type Fields = Record<string, FieldKind>

/** A form whose fields have been held against the list of allowed ones. */
export type Form = {
  has(name: string): boolean
  text(name: string): string | null
  need(name: string, code: number, message: string): string
  bool(name: string): boolean | null
  whole(name: string, low: number, high: number): number | null
  list(name: string): string[]
  target(url: string, method: string): Endpoint | null
  method(name: string): Method
}

const check = (name: string, value: string, kind: FieldKind): void => {
  if (kind === 'boolean' && !/^(true|false)$/i.test(value)) throw invalid(`Invalid ${name}: must be true or false`)
  if (kind === 'integer' && !/^-?\d+$/.test(value)) throw invalid(`Invalid ${name}: must be a whole number`)
  if (kind === 'method' && !/^(GET|POST)$/i.test(value)) throw invalid(`Invalid ${name}: must be GET or POST`)
  if (kind === 'url' && value !== '') {
    const url = URL.parse(value)
    if (url === null || !/^https?:$/.test(url.protocol)) throw invalid(`${name} is not a valid URL: ${value}`, 21205)
  }
  if (typeof kind === 'object' && !kind.oneOf.includes(value))
    throw invalid(`Invalid ${name}: must be one of ${kind.oneOf.join(', ')}`)
}

/** Reads a form body strictly. 400 for an unknown field, a field given twice, or a value of the wrong kind. */
export const readForm = (body: string, fields: Fields): Form => {
  const parameters = new URLSearchParams(body)
  const values = new Map<string, string[]>()
  for (const [name, value] of parameters) {
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (kind === undefined) throw invalid(`Unknown parameter: ${name}`)
    check(name, value, kind)
    const known = values.get(name) ?? []
    if (known.length > 0 && kind !== 'list') throw invalid(`${name} was given more than once`)
    values.set(name, [...known, value])
  }
  const text = (name: string): string | null => values.get(name)?.[0] ?? null
  const method = (name: string): Method => (text(name)?.toUpperCase() === 'GET' ? 'GET' : 'POST')
  return {
    has: (name) => values.has(name),
    text,
    need: (name, code, message) => {
      const value = text(name)
      if (value === null || value === '') throw new RestProblem(400, code, message)
      return value
    },
    bool: (name) => {
      const value = text(name)
      return value === null ? null : value.toLowerCase() === 'true'
    },
    whole: (name, low, high) => {
      const value = text(name)
      if (value === null) return null
      const number = Number(value)
      if (number < low || number > high) throw invalid(`Invalid ${name}: must be from ${low} to ${high}`)
      return number
    },
    // A list may be repeated or, as older clients write it, one value with spaces.
    list: (name) =>
      (values.get(name) ?? [])
        .flatMap((value) => (name === 'MediaUrl' ? [value] : value.split(/[\s,]+/)))
        .filter((one) => one !== ''),
    target: (url, methodName) => {
      const address = text(url)
      return address === null || address === '' ? null : { url: address, method: method(methodName) }
    },
    method,
  }
}

/** Names of a list field that must come from a known set. */
export const namesOf = <T extends string>(
  form: Form,
  field: string,
  known: readonly T[],
  fallback: readonly T[],
): ReadonlySet<T> => {
  const given = form.list(field)
  if (given.length === 0) return new Set(fallback)
  const wrong = given.find((name) => !known.some((one) => one === name))
  if (wrong !== undefined) throw invalid(`Invalid ${field}: ${wrong}`, 21626)
  return new Set(known.filter((name) => given.includes(name)))
}
