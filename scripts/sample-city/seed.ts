import type { Db } from '../../db/db.ts'
import { fillDb } from '../../db/fill.ts'
import { virtualClock } from '../../api/platform/clock.ts'
import type { Config } from '../../api/platform/config.ts'
import { createServices, type Services } from '../../api/services.ts'
import { buildCity } from './build-city.ts'
import { playStories } from './play-stories.ts'
import { silentCarrier } from './silent-carrier.ts'

const days = 86_400_000

/** How many days of life the sample city has behind it. */
const historyDays = 60

interface Seeded {
  units: number
  matters: number
  staff: number
  tickets: number
}

/**
 * Fills an empty database with the sample city: its structure, then requests of the last sixty days played through the real verbs on
 * a clock of their own. Does nothing (null) when the database has units already. All or nothing: a start that was broken off leaves no
 * half city behind.
 */
export const seedSampleCity = (
  config: Config,
  say: (text: string) => void,
  { stories = Number.POSITIVE_INFINITY }: { stories?: number } = {},
): Promise<Seeded | null> => fillDb(config.databaseUrl, (db) => fill(config, db, say, stories))

const fill = async (config: Config, db: Db, say: (text: string) => void, most: number): Promise<Seeded | null> => {
  if ((await db.q.$count(db.t.unit)) > 0) return null
  say('Building the sample city …')
  const end = new Date()
  const clock = virtualClock(new Date(end.getTime() - historyDays * days))
  const quiet = { ...config, logLevel: 'error' }
  // Its workers are never started, and the database is closed by whoever opened it.
  const telephony = silentCarrier((ref, { messageId }) =>
    services.messages.noteStatus({
      ref,
      status: 'delivered',
      said: 'delivered',
      reason: null,
      errorCode: null,
      deliveryToken: null,
      messageId,
    }),
  )
  const services: Services = await createServices(quiet, { db, clock, telephony })
  const built = await buildCity(services)
  await services.triage.refresh()
  const tickets = await playStories(services, clock, end, most)
  await services.calls.routed()
  return { ...built, tickets }
}
