import { constants, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../../api/platform/config.ts'
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
  /** Processor time of the server so far, its readers of lists left out, ms (Linux). */
  cpu(): number
  stop(): Promise<void>
}

/** How long a program may take to start, ms; a second where nothing else runs, and longer on a large city of one's own. */
const patience = 60_000
const patienceAt = 300_000

/** What the programs are told to run on a data folder and two ports, secrets of its own included. */
const environment = (
  folder: string,
  port: number,
  carrierPort: number,
  databaseUrl?: string,
  settings = {},
): NodeJS.ProcessEnv => ({
  ...withLocalSecrets({ PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC' }, folder),
  NODE_ENV: 'development',
  PORT: String(port),
  CARRIER_PORT: String(carrierPort),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  TWILIO_API_URL: `http://127.0.0.1:${carrierPort}`,
  DATABASE_URL: databaseUrl ?? `file:${join(folder, 'yixian.db')}`,
  DATA_DIR: folder,
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
  ...settings,
})

const seed = async (config: Config, stories: number) => {
  // Loaded where it is wanted: a city that is copied does without the whole program in this process.
  const { seedSampleCity } = await import('../sample-city/seed.ts')
  await seedSampleCity(config, () => {}, { stories })
}

/**
 * Fills a data folder with a sample city for `startCity` to copy. `stories`: how many requests it has behind it; `databaseUrl`: where it is, if not in the folder.
 */
export const seedCity = (folder: string, stories: number, databaseUrl?: string): Promise<void> =>
  seed(readConfig(environment(folder, 8311, 8312, databaseUrl)), stories)

/**
 * The whole system as `npm start` runs it, for tests and benches: server and practice carrier as processes of their own, on a fresh
 * sample city, on a copy of one that `seedCity` made, or (`at`) on a city itself, which stays; its database is in the folder, if none is named.
 */
export const startCity = async (
  options: ({ stories: number; databaseUrl?: string } | { copyOf: string } | { at: string; databaseUrl?: string }) & {
    /** What the runtime of the server is told besides. */
    flags?: string[]
    /** Settings other than those of a sample city. */
    settings?: Record<string, string>
  },
): Promise<City> => {
  const folder = 'at' in options ? options.at : await mkdtemp(join(tmpdir(), 'yixian-city-'))
  if ('copyOf' in options) await cp(options.copyOf, folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const [port, carrierPort] = [await freePort(), await freePort()]
  const env = environment(
    folder,
    port,
    carrierPort,
    'copyOf' in options ? undefined : options.databaseUrl,
    options.settings,
  )
  const config = readConfig(env)
  if ('stories' in options) await seed(config, options.stories)
  const carrierUrl = `http://127.0.0.1:${carrierPort}`
  const carrier = runProgram('scripts/carrier/main.ts', env)
  const begin = () => runProgram('api/main.ts', env, [], [...serverFlags, ...(options.flags ?? [])])
  let server = begin()
  const stop = async () => {
    await stopProgram(server)
    await stopProgram(carrier)
    if (!('at' in options)) await rm(folder, { recursive: true, force: true })
  }
  const ready = async () => {
    if (await answers(`${config.publicUrl}/readyz`, server, 'at' in options ? patienceAt : patience)) return
    // Left alone they would outlive whoever asked for them, and hold up its end.
    await stop()
    throw new Error('the server did not start')
  }
  if (!(await answers(`${carrierUrl}/`, carrier, patience))) {
    await stop()
    throw new Error('the practice carrier did not start')
  }
  await ready()
  return {
    config,
    carrierUrl,
    kill: () =>
      new Promise<void>((resolve) => {
        server.once('exit', () => resolve())
        server.kill('SIGKILL')
      }),
    restart: async () => {
      server = begin()
      await ready()
    },
    memory: () => {
      const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
      const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
      return { resident: of('VmRSS'), peak: of('VmHWM') }
    },
    cpu: () => {
      const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      // utime and stime, in hundredths of a second.
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    stop,
  }
}
