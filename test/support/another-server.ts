import { createApp } from '../../api/app.ts'
import { createServices } from '../../api/services.ts'
import type { TestApp } from './app.ts'
import { quietCarrier } from './quiet-carrier.ts'

/**
 * The program once more over the same database, as a second server would run it. On SQLite, which is one process, it is the first itself.
 * Its own memory is filled by asking it once before the test changes anything.
 */
export const anotherServer = async (first: TestApp) => {
  if (first.engine === 'sqlite') return { app: first.app, services: first.services, close: async () => {} }
  const db = await first.store.again()
  const services = await createServices(first.deps.config, { db, clock: first.clock, telephony: quietCarrier() })
  return { app: createApp(services), services, close: () => services.live.stop() }
}
