import { statfs } from 'node:fs/promises'
import { demand } from '../../platform/demand.ts'
import type { Deps } from '../../platform/deps.ts'
import type { FilesAway } from '../../platform/files/files.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { healthOf, type HealthItem } from './health.rules.ts'
import { heldEffects, waitingEffects } from './health.store.ts'
import type { CommitProof } from './prove-commit.ts'

/** What looking at the program needs. */
export interface HealthDeps extends Deps {
  prove: CommitProof
  jobs: () => Jobs
  strayTexts: () => Promise<number>
  proxyNotes: () => readonly string[]
  /** Asks the store of files whether it answers; null when it does. */
  lookAtFiles: () => Promise<FilesAway | null>
  /** What a check of the database file found while the server ran; null when nothing. */
  damage: () => string | null
}

/** Free and whole space where the data lies, bytes; null where the system does not tell. */
export const diskOf = async (dataDir: string): Promise<{ free: number; total: number } | null> => {
  try {
    const { bavail, blocks, bsize } = await statfs(dataDir)
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return null
  }
}

/** How the program and what it stands on are doing, for supervisors. Throws `auth.forbidden`. */
export const readHealth =
  (deps: HealthDeps) =>
  async (actor: Actor): Promise<{ at: Date; items: HealthItem[] }> => {
    demand(actor, 'operations.read')
    const now = deps.clock.now()
    const [proof, disk, away] = await Promise.all([deps.prove(), diskOf(deps.config.dataDir), deps.lookAtFiles()])
    // What cannot be read is told by the first line; the rest then says nothing.
    const read = async <T>(question: Promise<T>, otherwise: T) => question.catch(() => otherwise)
    const [waiting, held, strayTexts] = await Promise.all([
      read(waitingEffects(deps.db).execute(), []),
      read(heldEffects(deps.db), 0),
      read(deps.strayTexts(), 0),
    ])
    const due = waiting.flatMap(({ due }) => (due !== null && due <= now ? [now.getTime() - due.getTime()] : []))
    const items = healthOf({
      failingMs: proof.failingSince === null ? null : now.getTime() - proof.failingSince.getTime(),
      commitFault: proof.fault,
      disk,
      filesAway: away && { ms: now.getTime() - away.since.getTime(), fault: away.fault },
      outboxMs: Math.max(0, ...due),
      outboxWaiting: waiting.reduce((sum, { count }) => sum + count, 0),
      lateJobs: deps.jobs().late(now),
      held,
      damage: deps.damage(),
      strayTexts,
      bentCarrier: deps.config.production ? deps.config.twilio.apiUrl : null,
      proxyNotes: deps.proxyNotes(),
    })
    return { at: now, items }
  }
