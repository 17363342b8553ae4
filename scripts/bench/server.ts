import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../api/platform/config.ts'
import { seedSampleCity } from '../sample-city/seed.ts'
import { answers, runProgram, serverFlags, stopProgram } from '../start/child.ts'
import { withLocalSecrets } from '../start/secrets.ts'

/** A server of its own for measuring: fresh database (or `DATABASE_URL`), sample city without tickets, and the practice carrier beside it. */
export const startBenchServer = async (ports: { server: number; carrier: number }) => {
  const folder = await mkdtemp(join(tmpdir(), 'yixian-bench-'))
  const env = {
    ...withLocalSecrets({ ...process.env, DATA_DIR: folder }, folder),
    NODE_ENV: 'development',
    PORT: String(ports.server),
    HOST: '127.0.0.1',
    CARRIER_PORT: String(ports.carrier),
    PUBLIC_URL: `http://127.0.0.1:${ports.server}`,
    TWILIO_API_URL: `http://127.0.0.1:${ports.carrier}`,
    DATABASE_URL: process.env['DATABASE_URL'] || `file:${join(folder, 'yixian.db')}`,
    LOG_LEVEL: 'error',
  }
  const config = readConfig(env)
  await seedSampleCity(config, () => {}, { stories: 0 })
  const carrier = runProgram('scripts/carrier/main.ts', env)
  await answers(`http://127.0.0.1:${ports.carrier}/`, carrier, 15_000)
  const start = async () => {
    const child = runProgram('api/main.ts', env, [], serverFlags)
    if (!(await answers(`${config.publicUrl}/readyz`, child, 30_000))) throw new Error('the server did not start')
    return child
  }
  let server = await start()
  return {
    config,
    /** Resident and peak memory of the server, MB. */
    memory: () => {
      const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
      const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
      return { resident: of('VmRSS'), peak: of('VmHWM') }
    },
    /** Ends the server as a power cut would: no chance to finish anything. */
    kill: () =>
      new Promise<void>((resolve) => {
        server.once('exit', () => resolve())
        server.kill('SIGKILL')
      }),
    restart: async () => {
      server = await start()
    },
    stop: async () => {
      await stopProgram(server)
      await stopProgram(carrier)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
