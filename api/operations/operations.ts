import { readHealth, type HealthDeps } from './health/health.ts'
import { healthReadings } from './health/readings.ts'
import { createCommitProof } from './health/prove-commit.ts'
import { listHeld, settleHeld, type HeldDeps } from './held/held.ts'

/** What keeping the program running needs. */
type OperationsDeps = HeldDeps & Omit<HealthDeps, 'prove' | 'damage'>

/** What whoever keeps the program running may see and decide. */
export const createOperations = (deps: OperationsDeps) => {
  let damage: string | null = null
  const prove = createCommitProof(deps)
  const watched = { ...deps, prove, damage: () => damage }
  return {
    held: listHeld(deps),
    settleHeld: settleHeld(deps),
    health: readHealth(watched),
    prove,
    /** What is known of disk, commits, jobs and held effects, for Prometheus. */
    readings: () => healthReadings(watched),
    /** A check of the database file found damage while the server ran. */
    noteDamage: (found: string): void => {
      damage = found
    },
  }
}
export type Operations = ReturnType<typeof createOperations>
