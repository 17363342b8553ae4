import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { databaseAway } from '../../../db/database-away.ts'
import { forAsker } from '../../../db/readers/asker.ts'
import { refusalOf } from '../../../db/readers/refusal.ts'
import { platformProblem, Problem } from '../problem.ts'
import { problemResponse, type ApiEnv } from '../http.ts'
import type { Ids } from '../ids.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../figures/metrics.ts'
import { allowedMethods } from './allowed-methods.ts'
import { closeUnread } from './close-unread.ts'
import { holdsWholeNumber } from '../whole-number.rules.ts'
import { routeGroups, routeOf } from './route-groups.ts'

/**
 * The largest JSON body, bytes; uploads have their own limit.
 * @internal exported for its test
 */
export const jsonLimit = 512 * 1024

/** What is told of a read that was given up; who left hears nothing. */
const unread = { busy: 'request.busy', left: 'request.busy', 'too-long': 'request.took-too-long' } as const

/** Where uploads arrive; their bodies are read and limited by their own middleware, as the carrier's are. */
const uploads = '/api/attachments'

/** What the frame must know of the carrier. */
export interface FrameCarrier {
  /** Where the carrier's webhooks arrive: asked by a machine, and far more often than anything else. */
  webhookPath: string
  /** Origins that the console's softphone connects to and plays sounds from. */
  pageHosts: { connect: readonly string[]; media: readonly string[] }
}

/**
 * The frame every request passes: request id, time measured, safe headers, a body limit, and one place where errors
 * become problems. Every refusal is a line of the log, with its code and the route's pattern, and counted. An error without a code is logged and
 * answers `internal`, or `database.away` where it tells of that; its text never leaves the process.
 */
export const createFrame = (deps: { ids: Ids; log: Log; metrics: Metrics; carrier: FrameCarrier }) => {
  const { webhookPath, pageHosts } = deps.carrier
  const webhooks = `${webhookPath}/`
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      connectSrc: ["'self'", ...pageHosts.connect],
      mediaSrc: ["'self'", 'mediastream:', 'blob:', ...pageHosts.media],
      imgSrc: ["'self'", 'data:', 'blob:'],
      styleSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    // The softphone needs a microphone; nothing else of the machine is used.
    permissionsPolicy: {
      microphone: ['self'],
      autoplay: ['self'],
      clipboardWrite: ['self'],
      fullscreen: ['self'],
      camera: [],
      geolocation: [],
      displayCapture: [],
      payment: [],
      usb: [],
      serial: [],
      midi: [],
    },
  })
  const limit = bodyLimit({
    maxSize: jsonLimit,
    onError: () => {
      throw platformProblem('request.too-large')
    },
  })

  const app = new Hono<ApiEnv>()
  const groupOf = routeGroups(app)
  const methodsAt = allowedMethods(app)
  app.use('*', async (c, next) => {
    const requestId = deps.ids.next('request')
    const webhook = c.req.path.startsWith(webhooks)
    c.set('requestId', requestId)
    // The webhooks' own answers take the header with them; setting it afterwards would cost more than the rest of the frame.
    if (webhook) c.header('x-request-id', requestId)
    const start = performance.now()
    await next()
    if (!webhook) c.res.headers.set('x-request-id', requestId)
    closeUnread(c)
    deps.metrics.requests.observe(
      { group: webhook ? webhookPath : groupOf(c.req.path), status: `${Math.floor(c.res.status / 100)}xx` },
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
  app.use('*', (c, next) =>
    c.req.path.startsWith(webhooks) || c.req.path.startsWith(uploads) ? next() : limit(c, next),
  )
  app.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  // What is read for whoever asks ends with them.
  app.use('/api/*', (c, next) => forAsker(c.req.raw.signal, next))
  app.use('/api/*', (c, next) => {
    // A cursor is made here, and holds no text.
    const given = Object.entries(c.req.query()).filter(([name]) => name !== 'cursor')
    if (given.some(([, value]) => holdsWholeNumber(value))) throw platformProblem('request.number-in-address')
    return next()
  })
  const refuse = (c: Context<ApiEnv>, problem: Problem) => {
    const { code, status } = problem
    const webhook = c.req.path.startsWith(webhooks)
    deps.metrics.refusals.inc({ code, group: webhook ? webhookPath : groupOf(c.req.path) })
    // The carrier's guard logs its own, and what was wrong with them.
    if (!webhook)
      deps.log.info(
        { requestId: c.get('requestId'), code, status, method: c.req.method, route: routeOf(c) },
        'request refused',
      )
    return problemResponse(c, problem)
  }
  app.notFound((c) => {
    const methods = methodsAt(c.req.path)
    if (methods.length === 0) return refuse(c, platformProblem('request.not-found'))
    c.header('allow', methods.join(', '))
    return refuse(c, platformProblem('request.method-not-allowed'))
  })
  app.onError((error, c) => {
    if (error instanceof Problem) return refuse(c, error)
    if (error instanceof HTTPException)
      return refuse(c, platformProblem(error.status === 413 ? 'request.too-large' : 'request.malformed'))
    const given = refusalOf(error)
    if (given) return refuse(c, platformProblem(unread[given], undefined, { retryAfterSeconds: 2 }))
    deps.log.error({ err: error, requestId: c.get('requestId'), route: routeOf(c) }, 'unexpected error')
    if (databaseAway(error) !== null)
      return refuse(c, platformProblem('database.away', undefined, { retryAfterSeconds: 5 }))
    return problemResponse(c, platformProblem('internal'))
  })
  return app
}
