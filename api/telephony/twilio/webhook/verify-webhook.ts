import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import type { Clock } from '../../../platform/clock.ts'
import type { Config } from '../../../platform/config.ts'
import { problemResponse } from '../../../platform/http.ts'
import type { Log } from '../../../platform/log.ts'
import type { Metrics } from '../../../platform/figures/metrics.ts'
import { platformProblem, Problem } from '../../../platform/problem.ts'
import { connectionOf } from '../../../platform/server/connection.ts'
import { routeOf } from '../../../platform/server/route-groups.ts'
import { telephonyProblem } from '../../telephony.errors.ts'
import { parseForm, toParams, type Fields, type WebhookParams } from './form.ts'
import { readBody } from './read-body.ts'
import { createVerify, isSignedBody } from './signature.ts'

/** What every route of the /twilio group may rely on: a request the carrier signed, read and parsed. */
export interface WebhookEnv {
  Variables: {
    requestId: string
    params: WebhookParams
    /** The carrier's idempotency token: equal in all repeats of one delivery. Null when it sent none. */
    deliveryToken: string | null
  }
}

/** What the guard of the webhooks needs. */
export interface WebhookDeps {
  config: Pick<Config, 'publicUrl' | 'twilio'>
  clock: Clock
  log: Log
  metrics: Pick<Metrics, 'refusedWebhooks'>
}

type Reason = 'size' | 'type' | 'encoding' | 'noSignature' | 'wrongSignature' | 'foreignAccount'

const refusals: Record<Reason, () => Problem> = {
  size: () => platformProblem('request.too-large'),
  type: () => platformProblem('request.unsupported-type', 'The body must be application/x-www-form-urlencoded'),
  encoding: () => platformProblem('request.malformed', 'The body is not valid UTF-8'),
  noSignature: () => telephonyProblem('carrier.unsigned'),
  wrongSignature: () => telephonyProblem('carrier.unsigned'),
  foreignAccount: () => telephonyProblem('carrier.foreign-account'),
}

/**
 * Path and query exactly as they came over the wire, for that is what was signed: a parsed URL writes some characters anew (an apostrophe as
 * %27, as soon as there is any other escape in it). Without a network there is only the parsed one.
 */
const target = (c: Context) => {
  const address = connectionOf(c)?.incoming.url ?? c.req.raw.url
  if (address.startsWith('/')) return address
  const slash = address.indexOf('/', address.indexOf('//') + 2)
  return slash < 0 ? '/' : address.slice(slash)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const decode = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

type Taken = { fields: Fields; signed: Fields } | { refused: Reason }

/** The signed fields of a request: the form of a POST, nothing of a GET, nothing of a JSON body whose hash is in the URL. */
const take = async (request: Request, url: string): Promise<Taken> => {
  const question = url.indexOf('?')
  const query = question < 0 ? [] : parseForm(url.slice(question + 1))
  if (query === null) return { refused: 'encoding' }
  if (request.method === 'GET' || request.method === 'HEAD') return { fields: query, signed: [] }
  const body = await readBody(request)
  if (body === null) return { refused: 'size' }
  const type = request.headers.get('content-type') ?? ''
  if (/^application\/json\b/i.test(type) && url.includes('bodySHA256=')) {
    return isSignedBody(url, body)
      ? { fields: [...query, ['body', decode(body) ?? '']], signed: [] }
      : { refused: 'wrongSignature' }
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return { refused: 'type' }
  const text = decode(body)
  const fields = text === null ? null : parseForm(text)
  return fields === null ? { refused: 'encoding' } : { fields, signed: fields }
}

/**
 * Guards the whole /twilio group: reads the body once (64 kB at most), decodes it strictly, and lets only requests through
 * that are signed for `PUBLIC_URL` + path + query. Answers `request.too-large`, `request.unsupported-type`, `request.malformed`, `carrier.unsigned`,
 * `carrier.foreign-account`.
 * During a change of tokens the old one is taken as well, until the time the configuration names.
 * Refusals are counted by reason and logged with their route's pattern; so is a signed request that turns out not to be takable.
 */
export const verifyWebhook = (deps: WebhookDeps) => {
  const { accountSid, authToken, oldAuthToken } = deps.config.twilio
  const verifyNow = createVerify(authToken)
  const old = oldAuthToken && { verify: createVerify(oldAuthToken.token), until: oldAuthToken.until }
  const verify: typeof verifyNow = (...signed) =>
    verifyNow(...signed) || (old !== undefined && deps.clock.now() < old.until && old.verify(...signed))
  const refuse = (c: Context<WebhookEnv>, reason: Reason) => {
    deps.metrics.refusedWebhooks.inc({ reason })
    deps.log.warn({ route: routeOf(c), reason, requestId: c.get('requestId') }, 'webhook refused')
    return problemResponse(c, refusals[reason]())
  }
  return createMiddleware<WebhookEnv>(async (c, next) => {
    const url = deps.config.publicUrl + target(c)
    const taken = await take(c.req.raw, url)
    if ('refused' in taken) return refuse(c, taken.refused)
    const signature = c.req.header('x-twilio-signature')
    if (signature === undefined || signature === '') return refuse(c, 'noSignature')
    if (!verify(signature, url, taken.signed)) return refuse(c, 'wrongSignature')
    // Signed with our token, and yet about somebody else's numbers: a sub-account, or whoever else knows the token.
    if (taken.fields.some(([name, value]) => name === 'AccountSid' && value !== accountSid))
      return refuse(c, 'foreignAccount')
    c.set('params', toParams(taken.fields))
    c.set('deliveryToken', c.req.header('i-twilio-idempotency-token') ?? null)
    await next()
    // The carrier's own request, and still not taken: a number that is no line, an event nobody expects. Somebody has to set it right.
    if (c.error instanceof Problem)
      deps.log.warn({ route: routeOf(c), code: c.error.code, requestId: c.get('requestId') }, 'webhook not taken')
    return undefined
  })
}
