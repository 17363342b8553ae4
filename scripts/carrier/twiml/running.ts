import type { Endpoint } from '../core/endpoint.ts'
import type { Call, Source } from '../calls/call.models.ts'
import type { Core } from '../core/core.ts'
import type { Scope } from '../core/scope.ts'
import type { Method } from '../core/request.ts'
import { resolveUrl } from '../core/callback-url.ts'
import type { DocumentUse } from './grammar.voice.ts'
import type { Element } from './parse.ts'

/** A document being run on a call. `base` is its own address: what relative addresses and a missing `action` mean. */
export type Running = { core: Core; call: Call; scope: Scope; base: string | null; use: DocumentUse }

/** What comes after a verb. */
export type Next =
  | { to: 'next' }
  | { to: 'document'; source: Source; params: Record<string, string> }
  | { to: 'hangup' }
  | { to: 'left' }

export type Verb = (running: Running, element: Element) => Promise<Next>

export const goOn: Next = { to: 'next' }

/** A document that is well formed but cannot be carried out; `code` is Twilio's. */
export class DocumentFault extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** An address in the document, made absolute. Error 11100 when it cannot be. */
export const addressIn = (running: Running, text: string): string => {
  const url = resolveUrl(text.trim(), running.base)
  if (url === null) throw new DocumentFault(11100, `Invalid URL format: "${text}"`)
  return url
}

const methodOf = (text: string | undefined): Method => (text === 'GET' ? 'GET' : 'POST')

/** The document that `action` names, or this document again when `here` is set and there is no `action`. */
export const actionOf = (running: Running, element: Element, here: boolean): Source | null => {
  const written = element.attributes['action']
  if (written === undefined && !here) return null
  const url = written === undefined ? running.base : addressIn(running, written)
  if (url === null) throw new DocumentFault(11100, `<${element.name}> needs an action: this document has no address`)
  return { url, method: methodOf(element.attributes['method']) }
}

/** A callback address and method from two attributes. */
export const targetOf = (running: Running, url: string | undefined, method: string | undefined): Endpoint | null =>
  url === undefined || url === '' ? null : { url: addressIn(running, url), method: methodOf(method) }

/** A list attribute, or its default. */
export const listOf = (text: string | undefined, fallback: readonly string[]): ReadonlySet<string> =>
  new Set(text === undefined ? fallback : text.split(/\s+/))

/** A checked `true` or `false` of a document. */
export const flag = (text: string | undefined, fallback: boolean): boolean =>
  text === undefined ? fallback : text === 'true'

/** A checked number of a document. */
export const count = (text: string | undefined, fallback: number): number =>
  text === undefined ? fallback : Number(text)
