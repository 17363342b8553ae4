import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { platformProblem, Problem } from './problem.ts'
import { problemResponse, type ApiEnv } from './http.ts'
import type { Ids } from './ids.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** The largest JSON body, bytes; uploads have their own limit. */
export const jsonLimit = 512 * 1024

/** The carrier's webhooks: asked by a machine, and far more often than anything else. */
const webhooks = '/twilio/'

/** Routes whose bodies are read and limited by their own middleware. */
const ownLimit = [webhooks, '/api/attachments']

const groupOf = (path: string) =>
  path.startsWith(webhooks)
    ? '/twilio'
    : `/${path
        .split('/', 3)
        .slice(1, path.startsWith('/api/') ? 3 : 2)
        .join('/')}`

/**
 * The frame every request passes: request id, time measured, safe headers, a body limit, and one place where errors
 * become problems. An error without a code is logged and answers `internal`; its text never leaves the process.
 */
export const createFrame = (deps: { ids: Ids; log: Log; metrics: Metrics; carrierUrl: string | null }) => {
  const connect = [
    "'self'",
    'https://eventgw.twilio.com',
    'wss://voice-js.roaming.twilio.com',
    'https://media.twiliocdn.com',
    'https://sdk.twilio.com',
  ]
  if (deps.carrierUrl) connect.push(new URL(deps.carrierUrl).origin)
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      connectSrc: connect,
      mediaSrc: ["'self'", 'mediastream:', 'blob:', 'https://media.twiliocdn.com', 'https://sdk.twilio.com'],
      imgSrc: ["'self'", 'data:', 'blob:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
  })
  const limit = bodyLimit({
    maxSize: jsonLimit,
    onError: () => {
      throw platformProblem('request.too-large')
    },
  })

  const app = new Hono<ApiEnv>()
  app.use('*', async (c, next) => {
    const requestId = deps.ids.next('request')
    const webhook = c.req.path.startsWith(webhooks)
    c.set('requestId', requestId)
    // The webhooks' own answers take the header with them; setting it afterwards would cost more than the rest of the frame.
    if (webhook) c.header('x-request-id', requestId)
    const start = performance.now()
    await next()
    if (!webhook) c.res.headers.set('x-request-id', requestId)
    deps.metrics.requests.observe(
      { group: groupOf(c.req.path), status: `${Math.floor(c.res.status / 100)}xx` },
      (performance.now() - start) / 1000,
    )
  })
  app.use('*', async (c, next) => {
    if (c.req.path.startsWith(webhooks)) return next()
    let stricter: string | null = null
    await headers(c, async () => {
      await next()
      stricter = c.res.headers.get('content-security-policy')
    })
    // An uploaded file says for itself that it may do nothing: the page's policy must not take that back.
    if (stricter !== null) c.res.headers.set('content-security-policy', stricter)
  })
  app.use('*', (c, next) => (ownLimit.some((path) => c.req.path.startsWith(path)) ? next() : limit(c, next)))
  app.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  app.notFound((c) => problemResponse(c, platformProblem('request.not-found')))
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(c, error)
    if (error instanceof HTTPException)
      return problemResponse(c, platformProblem(error.status === 413 ? 'request.too-large' : 'request.malformed'))
    deps.log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'unexpected error')
    return problemResponse(c, platformProblem('internal'))
  })
  return app
}
