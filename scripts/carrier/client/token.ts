import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Settings } from '../core/options.ts'

const header = z.object({ alg: z.literal('HS256'), typ: z.literal('JWT'), cty: z.literal('twilio-fpa;v=1') })
const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  grants: z.object({
    identity: z.string().min(1),
    voice: z.object({ incoming: z.object({ allow: z.boolean() }).optional() }).loose(),
  }),
})

/** Who a softphone token speaks for, or why it is refused with Twilio's code. */
export type TokenCheck =
  | { ok: true; identity: string; expiresAt: number }
  | { ok: false; code: number; message: string }

const refused = (code: number, message: string): TokenCheck => ({ ok: false, code, message })

const parse = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/**
 * Checks a Twilio access token: signature by the API key's secret, issuer, account, time, identity and the voice grant.
 * `now` in ms. Codes: 20101 invalid, 20103 wrong issuer, 20104 expired, 20105 not yet valid, 20106 wrong grants.
 */
export const checkToken = (settings: Settings, token: string, now: number): TokenCheck => {
  const { apiKeySid, apiKeySecret, accountSid } = settings
  if (apiKeySid === null || apiKeySecret === null) return refused(20103, 'the carrier knows no API key')
  const [head = '', payload = '', mac = '', ...more] = token.split('.')
  if (more.length > 0 || !header.safeParse(parse(head)).success) return refused(20102, 'invalid access token header')
  const wanted = createHmac('sha256', apiKeySecret).update(`${head}.${payload}`).digest()
  const given = Buffer.from(mac, 'base64url')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    return refused(20101, 'invalid access token signature')
  const read = claims.safeParse(parse(payload))
  if (!read.success) return refused(20106, 'invalid access token grants')
  const { iss, sub, exp, nbf, grants } = read.data
  if (iss !== apiKeySid || sub !== accountSid) return refused(20103, 'invalid access token issuer or subject')
  if (exp * 1000 <= now) return refused(20104, 'access token expired')
  if (nbf !== undefined && nbf * 1000 > now + 5000) return refused(20105, 'access token not yet valid')
  if (grants.voice.incoming?.allow !== true) return refused(20106, 'the token does not allow incoming calls')
  return { ok: true, identity: grants.identity, expiresAt: exp * 1000 }
}
