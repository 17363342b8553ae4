import type { Source } from '../calls/call.models.ts'
import type { Core } from '../core/core.ts'
import type { Answer } from '../core/deliver.ts'
import type { Method } from '../core/request.ts'
import { checkDocument } from './check.ts'
import type { ElementRule } from './grammar.voice.ts'
import type { Element } from './parse.ts'

/** A document ready to run; `url` is where it came from and the base of its relative addresses. */
type Document = { verbs: Element[]; url: string | null; audio: boolean }

export type Loaded = { ok: true; document: Document } | { ok: false; code: number; message: string }

export type Loading = {
  about: string
  url: string
  method: Method
  params: Record<string, string>
  fallback: Source | null
  grammar: Record<string, ElementRule>
  only: readonly string[] | null
  /** Element that a plain text answer stands for. */
  textAs: 'Say' | 'Message'
}

const xmlTypes = ['text/xml', 'application/xml', 'text/html']

const read = (answer: Answer, loading: Loading): Loaded => {
  if (answer.status < 200 || answer.status >= 300)
    return { ok: false, code: 11200, message: `HTTP ${answer.status} from ${answer.url}` }
  const type = (answer.type ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (answer.status === 204 || (answer.body.trim() === '' && loading.textAs === 'Message'))
    return { ok: true, document: { verbs: [], url: answer.url, audio: false } }
  if (type.startsWith('audio/')) {
    const play: Element = { name: 'Play', attributes: {}, children: [], text: answer.url, line: 1 }
    return { ok: true, document: { verbs: [play], url: answer.url, audio: true } }
  }
  if (type === 'text/plain') {
    const only: Element = { name: loading.textAs, attributes: {}, children: [], text: answer.body, line: 1 }
    return { ok: true, document: { verbs: [only], url: answer.url, audio: false } }
  }
  if (!xmlTypes.includes(type))
    return {
      ok: false,
      code: 12300,
      message: `Invalid Content-Type "${type === '' ? 'none (shown as 502)' : type}" from ${answer.url}`,
    }
  const checked = checkDocument(answer.body, loading.grammar, loading.only)
  if (!checked.ok) return { ok: false, code: checked.code, message: `${checked.message} (${answer.url})` }
  return { ok: true, document: { verbs: checked.root.children, url: answer.url, audio: false } }
}

/**
 * Asks for a document, and for the fallback document with `ErrorCode` and `ErrorUrl` when the first cannot be had or
 * read. Each failure is an error line in the log with Twilio's code.
 */
export const loadDocument = async (core: Core, loading: Loading): Promise<Loaded> => {
  const ask = async (target: { url: string; method: Method }, params: Record<string, string>): Promise<Loaded> => {
    const outcome = await core.deliver({ ...target, params, purpose: 'control', about: loading.about })
    const loaded: Loaded = outcome.ok ? read(outcome.answer, loading) : outcome
    if (!loaded.ok) core.log.add('error', loading.about, loaded.message, { url: target.url }, loaded.code)
    return loaded
  }
  const first = await ask(loading, loading.params)
  if (first.ok || loading.fallback === null) return first
  if (loading.fallback.url === null) {
    const held = checkDocument(loading.fallback.twiml, loading.grammar, loading.only)
    if (!held.ok) return { ok: false, code: held.code, message: `${held.message} (held document)` }
    return { ok: true, document: { verbs: held.root.children, url: null, audio: false } }
  }
  const errorUrl = loading.url.split('#')[0] ?? loading.url
  return ask(loading.fallback, { ...loading.params, ErrorCode: String(first.code), ErrorUrl: errorUrl })
}
