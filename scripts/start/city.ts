import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../../api/platform/config.ts'
import { seedSampleCity } from '../sample-city/seed.ts'
import { answers, freePort, runProgram, serverFlags, stopProgram } from './child.ts'
import { withLocalSecrets } from './secrets.ts'

/** A whole system that runs, and what tests and benches may do to it. */
export interface City {
  config: Config
  /** The practice carrier's address. */
  carrierUrl: string
  /** Ends the server as a power cut would. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** Resident and peak memory of the server, MB (Linux). */
  memory(): { resident: number; peak: number }
  stop(): Promise<void>
}

/** The whole system as `npm start` runs it, for tests and benches: server and practice carrier as processes of their own, on a fresh sample city. */
export const startCity = async (options: { databaseUrl?: string; stories: number }): Promise<City> => {
  const folder = await mkdtemp(join(tmpdir(), 'yixian-city-'))
  const port = await freePort()
  const carrierPort = await freePort()
  const env: NodeJS.ProcessEnv = {
    ...withLocalSecrets({ PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC' }, folder),
    NODE_ENV: 'development',
    PORT: String(port),
    CARRIER_PORT: String(carrierPort),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TWILIO_API_URL: `http://127.0.0.1:${carrierPort}`,
    DATABASE_URL: options.databaseUrl ?? `file:${join(folder, 'yixian.db')}`,
    DATA_DIR: folder,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
  }
  const config = readConfig(env)
  await seedSampleCity(config, () => {}, { stories: options.stories })
  const carrierUrl = `http://127.0.0.1:${carrierPort}`
  const carrier = runProgram('scripts/carrier/main.ts', env)
  if (!(await answers(`${carrierUrl}/`, carrier, 20_000))) throw new Error('the practice carrier did not start')
  const start = async () => {
    const child = runProgram('api/main.ts', env, [], serverFlags)
    if (!(await answers(`${config.publicUrl}/readyz`, child, 30_000))) throw new Error('the server did not start')
    return child
  }
  let server = await start()
  return {
    config,
    carrierUrl,
    kill: () =>
      new Promise<void>((resolve) => {
        server.once('exit', () => resolve())
        server.kill('SIGKILL')
      }),
    restart: async () => {
      server = await start()
    },
    memory: () => {
      const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
      const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
      return { resident: of('VmRSS'), peak: of('VmHWM') }
    },
    stop: async () => {
      await stopProgram(server)
      await stopProgram(carrier)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
