import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCatalogue } from '../../api/catalogue/catalogue.ts'
import { createDirectory } from '../../api/directory/directory.ts'
import { systemClock } from '../../api/platform/clock.ts'
import { readConfig } from '../../api/platform/config.ts'
import { createIds } from '../../api/platform/ids.ts'
import { createLog } from '../../api/platform/log.ts'
import { openPostgres } from '../../db/postgres.ts'
import { answers, freePort, runProgram, serverFlags, stopProgram } from '../../scripts/start/child.ts'
import { ownPostgres } from './own-postgres.ts'
import { openTestStore } from './s3.ts'
import { openSpread } from './spread.ts'
import { buildWorld, worldPassword } from './world.ts'

/** How long a program may take to start, ms; two seconds where nothing else runs. */
const patience = 120_000

/** One of the servers, a process of its own. */
export interface OneServer {
  url: string
  port: number
  /** Signs in here; the cookie. */
  signIn(username: string): Promise<string>
  ask(path: string, cookie: string, init?: RequestInit): Promise<Response>
  /** Ends it as a power cut would; nobody is told. */
  kill(): Promise<void>
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>
  begin(): Promise<void>
}

/** The small city in a PostgreSQL, with the verbs' deps to write to it from outside. */
const fill = async (url: string, env: NodeJS.ProcessEnv) => {
  const db = await openPostgres(url)
  const ids = createIds(systemClock)
  const config = readConfig(env)
  const deps = {
    db,
    clock: systemClock,
    ids,
    log: createLog('silent'),
    config,
    wake: { outbox: () => {}, live: () => {} },
  }
  const directory = await createDirectory(deps)
  const catalogue = await createCatalogue({ ...deps, directory })
  const world = await buildWorld({ ...deps, directory, catalogue })
  return { db, world, directory, catalogue }
}

const server = (env: NodeJS.ProcessEnv, port: number): OneServer & { child: () => ChildProcess | null } => {
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  const ended = (one: ChildProcess) => new Promise<void>((resolve) => one.once('exit', () => resolve()))
  const headers = (cookie: string, init: RequestInit) => ({
    'content-type': 'application/json',
    cookie,
    ...Object.fromEntries(new Headers(init.headers)),
  })
  return {
    url,
    port,
    child: () => child,
    signIn: async (username) => {
      const answer = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: worldPassword }),
      })
      if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status}`)
      return answer.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; ')
    },
    ask: (path, cookie, init = {}) => fetch(url + path, { ...init, headers: headers(cookie, init) }),
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const over = ended(child)
      child.kill('SIGKILL')
      await over
    },
    stop: async () => {
      if (child) await stopProgram(child)
    },
    begin: async () => {
      child = runProgram('api/main.ts', { ...env, PORT: String(port) }, [], serverFlags)
      if (!(await answers(`${url}/readyz`, child, patience))) throw new Error('a server did not start')
    },
  }
}

/** Three servers on one PostgreSQL, their files in one store, behind one address, with one practice carrier. */
export const threeServers = async () => {
  const [postgres, store, spread] = await Promise.all([ownPostgres(), openTestStore(), openSpread()])
  const folder = await mkdtemp(join(tmpdir(), 'yixian-three-'))
  const carrierPort = await freePort()
  const carrierUrl = `http://127.0.0.1:${carrierPort}`
  const publicUrl = `http://127.0.0.1:${spread.port}`
  const env: NodeJS.ProcessEnv = {
    ...store.env,
    PATH: process.env['PATH'],
    TZ: 'UTC',
    NODE_ENV: 'test',
    SAMPLE_CITY: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: postgres.url,
    PUBLIC_URL: publicUrl,
    CARRIER_PORT: String(carrierPort),
    CARRIER_SEED: '1',
    TEST_HASH_COST: process.env['TEST_HASH_COST'],
    CARRIER_CALLS_PER_SECOND: '20',
    TWILIO_API_URL: carrierUrl,
    TWILIO_ACCOUNT_SID: `AC${'3'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'the token of three servers',
    TWILIO_API_KEY_SID: `SK${'3'.repeat(32)}`,
    TWILIO_API_KEY_SECRET: 'the secret of three servers',
    SESSION_SECRET: 'one secret for all three servers, long',
    TICKET_NUMBER_KEY: 'one key for all three',
    DATA_DIR: join(folder, 'data-fill'),
  }
  const { db, world, directory, catalogue } = await fill(postgres.url, env)
  const carrier = runProgram('scripts/carrier/main.ts', env)
  const servers: ReturnType<typeof server>[] = []
  for (let at = 0; at < 3; at++)
    servers.push(server({ ...env, DATA_DIR: join(folder, `data-${at}`) }, await freePort()))
  const [a, b, c] = servers
  if (!a || !b || !c) throw new Error('three were made')
  const close = async () => {
    await Promise.all(servers.map(({ stop }) => stop()))
    await stopProgram(carrier)
    await db.close()
    await spread.close()
    await Promise.all([postgres.drop(), store.drop()])
    await rm(folder, { recursive: true, force: true })
  }
  const starting = Promise.all([...servers.map(({ begin }) => begin()), answers(`${carrierUrl}/`, carrier, patience)])
  // Left alone they would outlive whoever asked for them.
  await starting.catch(async (error: unknown) => {
    await close()
    throw error
  })
  spread.to.push(a.port, b.port, c.port)
  const control = (path: string, body?: object) =>
    fetch(`${carrierUrl}/control${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  return {
    a,
    b,
    c,
    servers: [a, b, c] as OneServer[],
    env,
    publicUrl,
    carrierUrl,
    postgres,
    spread,
    db,
    world,
    directory,
    catalogue,
    control,
    close,
  }
}
export type ThreeServers = Awaited<ReturnType<typeof threeServers>>
