import { existsSync, renameSync, rmSync } from 'node:fs'
import { openDb } from '../../db/open.ts'
import { virtualClock } from '../../api/platform/clock.ts'
import type { Config } from '../../api/platform/config.ts'
import { createServices } from '../../api/services.ts'
import { buildCity } from './build-city.ts'
import { playStories } from './play-stories.ts'
import { silentCarrier } from './silent-carrier.ts'

const days = 86_400_000

/** How many days of life the sample city has behind it. */
export const historyDays = 60

interface Seeded {
  units: number
  matters: number
  staff: number
  tickets: number
}

/**
 * Fills an empty database with the sample city: its structure, then requests of the last sixty days played through the real verbs on
 * a clock of their own. Does nothing (null) when the database has units already. A SQLite file that is not there yet gets its name
 * only when it is complete, so that a start that was broken off leaves no half city behind.
 */
export const seedSampleCity = async (
  config: Config,
  say: (text: string) => void,
  options: { stories?: number } = {},
): Promise<Seeded | null> => {
  const file = config.databaseUrl.startsWith('file:') ? config.databaseUrl.slice('file:'.length) : null
  if (file === null || existsSync(file)) return fill(config, say, options)
  const unfinished = `${file}.unfinished`
  for (const part of ['', '-wal', '-shm']) rmSync(unfinished + part, { force: true })
  const seeded = await fill({ ...config, databaseUrl: `file:${unfinished}` }, say, options)
  renameSync(unfinished, file)
  return seeded
}

const fill = async (
  config: Config,
  say: (text: string) => void,
  options: { stories?: number },
): Promise<Seeded | null> => {
  const db = await openDb(config.databaseUrl, { bulk: true })
  if ((await db.q.$count(db.t.unit)) > 0) {
    await db.close()
    return null
  }
  say('Building the sample city …')
  const end = new Date()
  const clock = virtualClock(new Date(end.getTime() - historyDays * days))
  const quiet = { ...config, logLevel: 'error' }
  const services = await createServices(quiet, { db, clock, telephony: silentCarrier() })
  try {
    const built = await buildCity(services)
    await services.triage.refresh()
    const tickets = await playStories(services, clock, end, options.stories ?? Number.POSITIVE_INFINITY)
    return { ...built, tickets }
  } finally {
    await services.stop()
  }
}
