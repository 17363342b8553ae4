import { fieldRefused } from '../field-faults.ts'
import { platformProblem } from '../problem.ts'
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from '../http.ts'

/** Lists and objects inside one another, at most; a form needs five. */
const deepest = 32

/** Text that a database keeps and gives back as it was: no NUL, no half of a character. */
export const isSoundText = (text: string) => !text.includes('\0') && text.isWellFormed()

const bodiless = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS'])

const unkeepable = 'a NUL character or half a character cannot be stored'

const isJson = /^application\/([\w.-]+\+)?json\b/i

const isPlain = (encoding = 'identity') => encoding.toLowerCase() === 'identity'

/** The first place where JSON is nested too deep or holds text that cannot be kept, as field path and message; null when there is none. */
const unsound = (root: unknown): { path: string; message: string } | null => {
  const open: { value: unknown; path: string; depth: number }[] = [{ value: root, path: '', depth: 0 }]
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path, depth } = at
    if (typeof value === 'string' && !isSoundText(value)) return { path, message: unkeepable }
    if (typeof value !== 'object' || value === null) continue
    if (depth === deepest) return { path: '', message: `nested deeper than ${deepest}` }
    for (const [key, inner] of Object.entries(value)) {
      if (!isSoundText(key)) return { path, message: unkeepable }
      open.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 })
    }
  }
  return null
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    throw platformProblem('request.malformed', 'The address is not valid UTF-8')
  }
}

const bodyOf = (bytes: ArrayBuffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw platformProblem('request.malformed')
  }
}

/**
 * Lets only requests through whose address and JSON body are text that can be kept: a broken encoding would come back as other
 * words, a NUL is an error in one database and not in the other, and a body nested without end exhausts whatever walks it.
 * A body of another type, or a packed one, is refused too, where it would count as an empty form.
 * Throws `request.malformed`, `request.unsupported-type`, `request.invalid` with the field.
 */
export const soundInput = createMiddleware<ApiEnv>(async (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  if (!isSoundText(decoded(pathname))) throw fieldRefused('address', unkeepable)
  for (const part of search.slice(1).split('&')) {
    const [name = '', ...value] = part.split('=').map(decoded)
    if (!isSoundText(name) || !value.every(isSoundText)) throw fieldRefused(name, unkeepable)
  }
  const bytes = bodiless.has(c.req.method) ? null : await c.req.arrayBuffer()
  if (bytes && bytes.byteLength > 0) {
    if (!isJson.test(c.req.header('content-type') ?? ''))
      throw platformProblem('request.unsupported-type', 'The body must be application/json')
    if (!isPlain(c.req.header('content-encoding')))
      throw platformProblem('request.unsupported-type', 'The body must not be compressed')
    const fault = unsound(bodyOf(bytes))
    if (fault) throw fieldRefused(fault.path, fault.message)
  }
  await next()
})
