import { Hono } from 'hono'
import { generateSignedCookie } from 'hono/cookie'
import { createAccess } from '../../api/access/access.ts'
import type { StaffActor } from '../../api/access/actor.ts'
import { sessionRoutes } from '../../api/access/access.routes.ts'
import { auditRoutes } from '../../api/access/audit.routes.ts'
import { staffRoutes } from '../../api/access/staff.routes.ts'
import { createCatalogue } from '../../api/catalogue/catalogue.ts'
import { limitsRoutes, mattersRoutes } from '../../api/catalogue/catalogue.routes.ts'
import { createCitizens } from '../../api/citizens/citizens.ts'
import { citizensRoutes } from '../../api/citizens/citizens.routes.ts'
import { createDirectory } from '../../api/directory/directory.ts'
import { linesRoutes, unitsRoutes } from '../../api/directory/directory.routes.ts'
import { createKnowledge } from '../../api/knowledge/knowledge.ts'
import { articlesRoutes } from '../../api/knowledge/knowledge.routes.ts'
import { virtualClock } from '../../api/platform/clock.ts'
import { readConfig, type Config } from '../../api/platform/config.ts'
import type { WriteDeps } from '../../api/platform/deps.ts'
import { createFrame } from '../../api/platform/frame.ts'
import type { ApiEnv } from '../../api/platform/http.ts'
import { createIds } from '../../api/platform/ids.ts'
import { createLog } from '../../api/platform/log.ts'
import { createMetrics } from '../../api/platform/metrics.ts'
import type { Engine } from '../../db/db.ts'
import { openTestDb } from './databases.ts'
import { buildWorld, type WorldStaff } from './world.ts'

/** A Monday morning, 10:00 in Shanghai, with no holiday near. */
export const testStart = new Date('2026-06-01T02:00:00.000Z')

export const testConfig = (over: Partial<Config> = {}): Config => ({
  ...readConfig({
    NODE_ENV: 'test',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'test-token',
    LOG_LEVEL: 'silent',
  }),
  ...over,
})

/** What every feature's factory needs, over a fresh database, with a clock that stands still until told. */
export const createTestDeps = async (engine: Engine, over: Partial<Config> = {}) => {
  const store = await openTestDb(engine)
  const clock = virtualClock(testStart)
  const config = testConfig(over)
  const deps: WriteDeps = {
    db: store.db,
    clock,
    ids: createIds(clock),
    log: createLog(config.logLevel),
    config,
    wake: { outbox: () => {}, live: () => {} },
  }
  return { store, clock, deps }
}

/** Directory, catalogue, citizens and knowledge over the small city of `world.ts`; enough for the tests of verbs. */
export const createTestWorld = async (engine: Engine, over: Partial<Config> = {}) => {
  const { store, clock, deps } = await createTestDeps(engine, over)
  const directory = await createDirectory(deps)
  const catalogue = await createCatalogue({ ...deps, directory })
  const world = await buildWorld({ ...deps, directory, catalogue })
  /** A member of staff as the sign-in guard would make them. */
  const actor = (username: WorldStaff): StaffActor => {
    const staff = directory.staffByUsername(username)
    const unit = staff && directory.unitById(staff.unitId)
    if (!staff || !unit) throw new Error(`nobody is called ${username}`)
    return {
      kind: 'staff',
      id: staff.id,
      name: staff.name,
      roles: staff.roles,
      unitId: unit.id,
      unitPath: unit.path,
      requestId: null,
    }
  }
  const full = { ...deps, directory, catalogue }
  const citizens = createCitizens(full)
  const knowledge = createKnowledge(full)
  return {
    engine,
    db: store.db,
    store,
    clock,
    deps: full,
    directory,
    catalogue,
    citizens,
    knowledge,
    world,
    actor,
    close: () => store.drop(),
  }
}
export type TestWorld = Awaited<ReturnType<typeof createTestWorld>>

/** What `request` and a client answer: the status, and the body read as JSON (undefined when there is none). */
export interface Answer {
  status: number
  headers: Headers
  body: unknown
}

type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** The routes of the features under test, mounted as the program mounts them: `/api/session` public, the rest behind the guard. */
export type MountMore = (api: Hono<ApiEnv>, parts: TestWorld) => void | Promise<void>

/**
 * A running API over a fresh database: the frame, the sign-in guard and the routes of these features; `mount` adds
 * a feature's own. No port is opened.
 */
export const createTestApp = async (engine: Engine, options: { config?: Partial<Config>; mount?: MountMore } = {}) => {
  const parts = await createTestWorld(engine, options.config)
  const { deps, directory, citizens, knowledge } = parts
  const access = await createAccess(deps)

  const api = new Hono<ApiEnv>()
  api.use('*', access.sameOrigin)
  api.route('/session', sessionRoutes(access))
  api.use('*', access.requireStaff)
  api.route('/audit', auditRoutes(access))
  api.route('/staff', staffRoutes(access))
  api.route('/units', unitsRoutes(directory))
  api.route('/lines', linesRoutes(directory))
  api.route('/matters', mattersRoutes(deps))
  api.route('/limits', limitsRoutes(deps))
  api.route('/citizens', citizensRoutes(citizens, deps))
  api.route('/articles', articlesRoutes(knowledge))
  await options.mount?.(api, parts)
  const app = createFrame({ ids: deps.ids, log: deps.log, metrics: createMetrics(), carrierUrl: null })
  app.route('/api', api)

  const ask =
    (cookie: string | null): Ask =>
    async (method, path, body, headers = {}) => {
      const response = await app.request(path, {
        method,
        headers: {
          ...(cookie === null ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const isJson = /json/.test(response.headers.get('content-type') ?? '')
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? undefined : isJson ? JSON.parse(text) : text,
      }
    }
  const anonymous = ask(null)
  const signedIn = new Map<string, Promise<Ask>>()

  /** A session as signing in would open it, without the tenth of a second that a password takes; it outlives any clock that a test turns. */
  const open = async (username: WorldStaff): Promise<Ask> => {
    const now = parts.clock.now()
    const token = `session-of-${username}`
    const userId = parts.world.staff[username]
    const session = {
      id: token,
      userId,
      token,
      expiresAt: new Date('2099-01-01T00:00:00Z'),
      createdAt: now,
      updatedAt: now,
    }
    await parts.db.tx(async (tx) => {
      await tx.q.insert(tx.t.authSession).values(session)
    })
    const cookie = await generateSignedCookie('yixian.session_token', token, deps.config.sessionSecret)
    return ask(cookie.split(';', 1)[0] ?? '')
  }

  return {
    ...parts,
    access,
    app,
    /** A request without a session. */
    anonymous,
    /** Signs a member of staff in, once; answers a way to ask as them: `(await signIn('agent1'))('GET', '/api/units')`. */
    signIn: (username: WorldStaff): Promise<Ask> => {
      const found = signedIn.get(username) ?? open(username)
      signedIn.set(username, found)
      return found
    },
  }
}
export type TestApp = Awaited<ReturnType<typeof createTestApp>>
