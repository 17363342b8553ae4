import type { Placed } from '../outcomes.types.ts'
import { refusalReason } from './refusals.ts'

/** Failures before a single byte was sent: the carrier cannot have acted. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'ERR_INVALID_URL',
])

const numberIn = (error: object, name: string): number | null => {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'number' ? value : null
}

/**
 * What an error of the carrier's client means. 429 was never processed; a time-out, a cut connection and 5xx leave it open
 * whether the command was carried out; every other 4xx is a refusal with the carrier's own code.
 */
export const placedFromError = (error: unknown): Placed => {
  if (!(error instanceof Error)) return { unknown: true, message: String(error) }
  const status = numberIn(error, 'status')
  const { message } = error
  if (status === 429) return { later: true, message }
  if (status !== null && status >= 400 && status < 500) {
    const refusal = String(numberIn(error, 'code') ?? status)
    return { refused: refusalReason(refusal), code: refusal, message }
  }
  const code: unknown = Reflect.get(error, 'code')
  if (typeof code === 'string' && neverSent.has(code)) return { later: true, message: code }
  return { unknown: true, message: typeof code === 'string' ? code : message }
}

/** Runs one command; the carrier's id of the object, or what became of it. */
export const placed = async (
  command: () => Promise<{ sid: string } | { callSid: string } | boolean>,
): Promise<Placed> => {
  try {
    const done = await command()
    if (typeof done === 'boolean') return { ref: '' }
    return { ref: 'sid' in done ? done.sid : done.callSid }
  } catch (error) {
    return placedFromError(error)
  }
}
