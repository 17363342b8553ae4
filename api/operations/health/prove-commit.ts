import type { Db } from '../../../db/db.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import { canRead, writeProof } from './health.store.ts'

/** What came of the last proof. */
export interface Proof {
  ok: boolean
  /** Whether the database can at least be read. */
  readable: boolean
  /** What the database said, its code where it has one; null when it wrote. */
  fault: string | null
  /** When a commit last succeeded; null when none has yet. */
  lastOkAt: Date | null
  /** Since when they fail; null while they succeed. */
  failingSince: Date | null
}

/** How long a proof is believed, ms: whoever asks in between makes nothing be written. */
const believedMs = 1_000

/** How long a commit may take before the database counts as one that cannot write, ms. */
const patienceMs = 2_000

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown'
}

/**
 * Proves that the database commits, by writing one row: a server that cannot write is not ready, however well it reads. Whoever asks
 * within a second of the last proof gets that one, and all who ask at once get the same; one that takes longer than two seconds counts as vain,
 * and no other is begun until it ends.
 */
export const createCommitProof = (deps: { db: Db; clock: Clock; log: Log }, patience = patienceMs) => {
  let last: Proof = { ok: true, readable: true, fault: null, lastOkAt: null, failingSince: null }
  let provedAt: number | null = null
  let writing: Promise<string | null> | null = null

  const write = () =>
    (writing ??= deps.db
      .tx((tx) => writeProof(tx, deps.clock.now()))
      .then(() => null, codeOf)
      .finally(() => {
        writing = null
      }))

  const prove = async (): Promise<Proof> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('TIMEOUT'), patience)
    })
    const fault = await Promise.race([write(), late])
    clearTimeout(timer)
    const now = deps.clock.now()
    if (fault !== null && last.ok) deps.log.error({ fault }, 'the database does not commit')
    if (fault === null && !last.ok) deps.log.info('the database commits again')
    last =
      fault === null
        ? { ok: true, readable: true, fault: null, lastOkAt: now, failingSince: null }
        : {
            ok: false,
            readable: await canRead(deps.db),
            fault,
            lastOkAt: last.lastOkAt,
            failingSince: last.failingSince ?? now,
          }
    provedAt = deps.clock.now().getTime()
    return last
  }

  let proving: Promise<Proof> | null = null
  return (): Promise<Proof> => {
    const age = provedAt === null ? believedMs : deps.clock.now().getTime() - provedAt
    // A clock that was set back must not make an old proof be believed for long.
    if (age >= 0 && age < believedMs) return Promise.resolve(last)
    return (proving ??= prove().finally(() => {
      proving = null
    }))
  }
}
export type CommitProof = ReturnType<typeof createCommitProof>
