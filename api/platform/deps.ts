import type { Db } from '../../db/db.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Ids } from './ids.ts'
import type { Log } from './log.ts'

/** What nearly every verb needs. Feature factories take `Pick`s or extensions of it. */
export interface Deps {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  config: Config
}

/** What a verb that writes needs: `record` wakes the workers after the commit. */
export interface WriteDeps extends Deps {
  wake: { outbox(): void; live(): void }
}
