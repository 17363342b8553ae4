import { createHash, timingSafeEqual } from 'node:crypto'
import { ServerResponse } from 'node:http'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Core } from '../core/core.ts'
import { callRoutes } from './calls.routes.ts'
import { conferenceRoutes } from './conferences.routes.ts'
import { messageRoutes } from './messages.routes.ts'
import { participantRoutes } from './participants.routes.ts'
import { problemBody, notFound, RestProblem } from './problem.ts'
import { queueRoutes } from './queues.routes.ts'
import { recordingRoutes } from './recordings.routes.ts'
import { transcriptionRoutes } from './transcriptions.routes.ts'
import type { RestAnswer } from './route.ts'
import { matchRoute } from './route.ts'

const routes = [
  ...messageRoutes,
  ...callRoutes,
  ...conferenceRoutes,
  ...participantRoutes,
  ...queueRoutes,
  ...recordingRoutes,
  ...transcriptionRoutes,
]
const largestBody = 64 * 1024

const same = (a: string, b: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** The account's SID and auth token, or an API key and its secret. */
const signedIn = (core: Core, header: string | undefined): boolean => {
  if (header === undefined || !header.startsWith('Basic ')) return false
  const given = Buffer.from(header.slice(6), 'base64').toString('utf8')
  const { accountSid, apiKeySid, apiKeySecret } = core.settings
  const account = same(given, `${accountSid}:${core.authToken.current}`)
  return account || (apiKeySid !== null && apiKeySecret !== null && same(given, `${apiKeySid}:${apiKeySecret}`))
}

const respond = (answer: RestAnswer): Response => {
  if (answer === null) return new Response(null, { status: 204 })
  if ('media' in answer) return new Response(new Uint8Array(answer.media), { headers: { 'content-type': answer.type } })
  return Response.json(answer.body, { status: answer.status })
}

const refuse = (problem: RestProblem): Response => {
  const headers = problem.status === 429 ? { 'Retry-After': '1' } : {}
  return Response.json(problemBody(problem), { status: problem.status, headers })
}

const pause = (core: Core, ms: number): Promise<void> => new Promise((resolve) => core.clock.after(ms, resolve))

const handle = (core: Core, method: string, url: URL, body: string): Response => {
  const [, , account, ...rest] = url.pathname.slice(1).split('/')
  const path = rest.join('/').replace(/\.json$/, '')
  try {
    if (account !== core.settings.accountSid) throw notFound(url.pathname)
    const found = matchRoute(routes, method, path)
    if (found === null) {
      const elsewhere = ['GET', 'POST', 'DELETE'].some((other) => matchRoute(routes, other, path) !== null)
      throw elsewhere ? new RestProblem(405, 20004, `Method ${method} not allowed`) : notFound(url.pathname)
    }
    const json = url.pathname.endsWith('.json')
    const name = json ? url.pathname.slice(0, -'.json'.length) : url.pathname
    return respond(found.route.run({ core, ids: found.ids, query: url.searchParams, body, path: name, json }))
  } catch (problem) {
    if (problem instanceof RestProblem) return refuse(problem)
    core.log.add('error', 'rest', `internal error on ${method} ${url.pathname}: ${String(problem)}`)
    return refuse(new RestProblem(500, 20500, 'Internal server error'))
  }
}

/** Drops the caller's connection without an answer, when there is a connection (none in a process of its own). */
const cutConnection = (context: Context): void => {
  const outgoing: unknown = Object(context.env)['outgoing']
  if (outgoing instanceof ServerResponse) outgoing.destroy()
}

const answer = async (core: Core, context: Context): Promise<Response> => {
  const url = new URL(context.req.url)
  const { method } = context.req
  const target = `${method} ${url.pathname.replace(/^\/2010-04-01\/Accounts\/[^/]+/, '')}`
  if (!signedIn(core, context.req.header('authorization'))) {
    core.log.add('rest', 'rest', `${target} → 401`)
    return refuse(new RestProblem(401, 20003, 'Authenticate'))
  }
  const body = await context.req.text()
  if (body.length > largestBody) return refuse(new RestProblem(413, 20413, 'Request entity too large'))
  const type = context.req.header('content-type') ?? ''
  if (method === 'POST' && body !== '' && !type.startsWith('application/x-www-form-urlencoded'))
    return refuse(new RestProblem(415, 20415, 'Unsupported media type: send a form'))
  const { faults, log } = core
  if (faults.take('rest-429', target)) return refuse(new RestProblem(429, 20429, 'Too Many Requests'))
  if (faults.take('rest-500', target)) return refuse(new RestProblem(500, 20500, 'Internal server error'))
  const slow = faults.take('rest-slow', target)
  if (slow !== null) await pause(core, slow.ms)
  if (faults.take('rest-lost', target)) {
    log.add('fault', 'rest', `request lost: ${target}`)
    cutConnection(context)
    return refuse(new RestProblem(503, 20503, 'Service unavailable'))
  }
  const response = handle(core, method, url, body)
  log.add('rest', 'rest', `${target} → ${response.status}`, body === '' ? undefined : { form: body.slice(0, 2000) })
  const late = faults.take('rest-late', target)
  if (late !== null) {
    log.add('fault', 'rest', `answer ${late.ms} ms late, already done: ${target}`)
    await pause(core, late.ms)
  }
  return response
}

/** The REST API under `/2010-04-01`. */
export const createRest = (core: Core): Hono => {
  const app = new Hono()
  app.all('/2010-04-01/Accounts/*', (context) => answer(core, context))
  return app
}
