import { Hono } from 'hono'
import { generateSignedCookie } from 'hono/cookie'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { staffActor, type StaffActor } from '../../api/vocabulary/actor.ts'
import { hashToken } from '../../api/access/sessions/token-hash.ts'
import { createApp } from '../../api/app.ts'
import { createCatalogue, type Catalogue } from '../../api/catalogue/catalogue.ts'
import { createCitizens } from '../../api/citizens/citizens.ts'
import { createDirectory, type Directory } from '../../api/directory/directory.ts'
import { createKnowledge } from '../../api/knowledge/knowledge.ts'
import { virtualClock } from '../../api/platform/clock.ts'
import { readConfig, type Config } from '../../api/platform/config.ts'
import type { WriteDeps } from '../../api/platform/deps.ts'
import { createFrame } from '../../api/platform/server/frame.ts'
import type { ApiEnv } from '../../api/platform/http.ts'
import { createIds } from '../../api/platform/ids.ts'
import { createLog, type Log } from '../../api/platform/log.ts'
import { createServices } from '../../api/services.ts'
import type { Db, Engine } from '../../db/db.ts'
import { openCopy, openTestDb, template, type TestDb } from './databases.ts'
import { demandListedEvents } from './live-events.ts'
import { conformity } from './openapi.ts'
import { quietCarrier } from './quiet-carrier.ts'
import { buildWorld, type World, type WorldStaff } from './world.ts'

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

const depsOver = (db: Db, over: Partial<Config> = {}) => {
  const clock = virtualClock(testStart)
  const config = testConfig(over)
  const deps: WriteDeps = {
    db,
    clock,
    ids: createIds(clock),
    log: createLog(config.logLevel),
    config,
    wake: { outbox: () => {}, live: () => {} },
  }
  return { clock, deps }
}

/** Directory and catalogue as the program makes them, from what the database holds. */
const withStructure = async (deps: WriteDeps) => {
  const directory = await createDirectory(deps)
  return { ...deps, directory, catalogue: await createCatalogue({ ...deps, directory }) }
}

/** The small city of `world.ts`, to be copied. */
const smallCity = template(async (db) => buildWorld(await withStructure(depsOver(db).deps)))

/** What every feature's factory needs, over a fresh database, with a clock that stands still until told. */
export const createTestDeps = async (engine: Engine, over: Partial<Config> = {}) => {
  const store = await openTestDb(engine)
  return { store, ...depsOver(store.db, over) }
}

interface Ground {
  engine: Engine
  store: TestDb
  world: World
  clock: ReturnType<typeof virtualClock>
  deps: WriteDeps & { directory: Directory; catalogue: Catalogue }
  close: () => Promise<void>
}

/** Who lives in the small city, and the rooms every test needs. */
const inhabit = ({ engine, store, world, clock, deps, close: leave }: Ground) => {
  const { directory, catalogue } = deps
  /** Whatever was recorded in the test, its live events are members of the list. */
  const close = async () => {
    try {
      await demandListedEvents(store.db)
    } finally {
      await leave()
    }
  }
  /** A member of staff as the sign-in guard would make them. */
  const actor = (username: WorldStaff): StaffActor => {
    const staff = directory.staffByUsername(username)
    const unit = staff && directory.unitById(staff.unitId)
    if (!staff || !unit) throw new Error(`nobody is called ${username}`)
    return staffActor(staff, unit, null)
  }
  const citizens = createCitizens(deps)
  const knowledge = createKnowledge(deps)
  return { engine, db: store.db, store, clock, deps, directory, catalogue, citizens, knowledge, world, actor, close }
}
export type TestWorld = ReturnType<typeof inhabit>

/** Directory, catalogue, citizens and knowledge over the small city of `world.ts`; enough for the tests of verbs. */
export const createTestWorld = async (engine: Engine, over: Partial<Config> = {}): Promise<TestWorld> => {
  const { store, made: world } = await openCopy(engine, smallCity)
  const { clock, deps } = depsOver(store.db, over)
  return inhabit({ engine, store, world, clock, deps: await withStructure(deps), close: () => store.drop() })
}

/** What `request` and a client answer: the status, and the body read as JSON (undefined when there is none). */
export interface Answer {
  status: number
  headers: Headers
  body: unknown
}

export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** A feature's own routes under test, made by the test itself: they stand before the program's, behind the same guards. */
export type MountMore = (api: Hono<ApiEnv>, parts: TestWorld) => void | Promise<void>

export interface TestAppOptions {
  config?: Partial<Config>
  mount?: MountMore
  log?: Log
  /** Puts something between the program and its database. */
  wrapDb?: (db: Db) => Db
}

let document: Promise<ReturnType<typeof conformity>> | null = null

/**
 * The whole program over a fresh database and a carrier that calls nobody back: `createServices` and `createApp` themselves, in this
 * process, no port opened and no worker started (`services.outbox.runDue()` and `services.jobs.runAll()` do what is due).
 * Every JSON answer is checked against the API's own document.
 */
export const createTestApp = async (engine: Engine, options: TestAppOptions = {}) => {
  const { store, made: world } = await openCopy(engine, smallCity)
  const clock = virtualClock(testStart)
  const dataDir = await mkdtemp(join(tmpdir(), 'yixian-data-'))
  const telephony = quietCarrier()
  const db = options.wrapDb?.(store.db) ?? store.db
  const services = await createServices(testConfig({ dataDir, ...options.config }), {
    db,
    clock,
    telephony,
    ...(options.log && { log: options.log }),
  })
  const { config, ids, log, directory, catalogue, live, outbox } = services
  const deps = {
    db: store.db,
    clock,
    ids,
    log,
    config,
    wake: { outbox: outbox.wake, live: live.wake },
    directory,
    catalogue,
  }
  const close = async () => {
    await live.stop()
    await services.calls.routed()
    await store.drop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const parts = inhabit({ engine, store, world, clock, deps, close })
  await services.triage.refresh()
  const program = createApp(services)
  const more = options.mount && (await mounted(options.mount, parts, services))
  const app = more
    ? createFrame({ ...services, carrier: services.telephony }).all('*', (c) =>
        more.serves(c.req.path) ? more.api.fetch(c.req.raw) : program.fetch(c.req.raw),
      )
    : program

  const check = await (document ??= Promise.resolve(program.request('/api/openapi.json')).then(async (answer) =>
    conformity(await answer.json()),
  ))

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
      const type = response.headers.get('content-type')?.split(';', 1)[0] ?? ''
      const isJson = /json/.test(type)
      const read: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text
      const fault =
        isJson && path.startsWith('/api/') && path !== '/api/openapi.json'
          ? check(method, path, response.status, type, read)
          : null
      if (fault !== null) throw new Error(`the answer is not what the document says: ${fault}`)
      return { status: response.status, headers: response.headers, body: read }
    }
  const anonymous = ask(null)
  const cookies = new Map<string, Promise<string>>()

  /** A session as signing in would open it, without the tenth of a second that a password takes; it outlives any clock that a test turns. */
  const open = async (username: WorldStaff): Promise<string> => {
    const now = clock.now()
    const token = `session-of-${username}`
    const ages = new Date('2099-01-01T00:00:00Z')
    const session = {
      id: token,
      userId: parts.world.staff[username],
      token: hashToken(token),
      expiresAt: ages,
      createdAt: ages,
      updatedAt: now,
    }
    await store.db.tx(async (tx) => {
      await tx.q.insert(tx.t.authSession).values(session)
    })
    const cookie = await generateSignedCookie('yixian.session_token', token, config.sessionSecret)
    return cookie.split(';', 1)[0] ?? ''
  }
  /** The `cookie` header of a member of staff, signed in once. */
  const cookieOf = (username: WorldStaff): Promise<string> => {
    const found = cookies.get(username) ?? open(username)
    cookies.set(username, found)
    return found
  }

  return {
    ...parts,
    services,
    access: services.access,
    audit: services.audit,
    app,
    /** What the carrier was asked to text. */
    texts: telephony.texts,
    /** A request without a session. */
    anonymous,
    cookieOf,
    /** Signs a member of staff in, once; answers a way to ask as them: `(await signIn('agent1'))('GET', '/api/units')`. */
    signIn: async (username: WorldStaff): Promise<Ask> => ask(await cookieOf(username)),
  }
}
export type TestApp = Awaited<ReturnType<typeof createTestApp>>

/** The test's own routes behind the program's guards, and which addresses are theirs. */
const mounted = async (mount: MountMore, parts: TestWorld, services: Awaited<ReturnType<typeof createServices>>) => {
  const inner = new Hono<ApiEnv>()
  inner.use('*', services.access.sameOrigin)
  inner.use('*', services.access.requireStaff)
  const before = inner.routes.length
  await mount(inner, parts)
  const names = new Set(inner.routes.slice(before).map(({ path }) => path.split('/', 2)[1]))
  const api = createFrame({ ...services, carrier: services.telephony })
  api.route('/api', inner)
  return { api, serves: (path: string) => path.startsWith('/api/') && names.has(path.split('/', 3)[2]) }
}
