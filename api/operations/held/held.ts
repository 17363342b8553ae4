import type { Tx } from '../../../db/db.ts'
import { record } from '../../audit/record.ts'
import { demand } from '../../platform/demand.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import { maskPhone } from '../../platform/phone.rules.ts'
import { systemActor, type Actor } from '../../vocabulary/actor.ts'
import {
  beginHold,
  countHeld,
  decideHeld,
  endHold,
  findHold,
  holdWaiting,
  selectHeld,
  type HeldEffect,
  type Which,
} from './held.store.ts'

/** How many held effects are shown at once; the rest is decided by topic. */
const most = 200

/** What a held effect would do, for whoever decides: to whom, in which words. Null when it is no text. */
type DescribeEffects = (messageIds: readonly string[]) => Promise<ReadonlyMap<string, { to: string; body: string }>>

/** What the verbs on held effects need. */
export interface HeldDeps extends Pick<WriteDeps, 'db' | 'clock' | 'ids' | 'wake'> {
  describeTexts: DescribeEffects
}

const messageOf = ({ payload }: HeldEffect) => (typeof payload['messageId'] === 'string' ? payload['messageId'] : null)

/** What is held after a restore: counts by topic, the oldest effects with their receiver masked. Throws `auth.forbidden`. */
export const listHeld = (deps: HeldDeps) => async (actor: Actor) => {
  demand(actor, 'operations.read')
  const [hold, topics, effects] = await Promise.all([findHold(deps.db), countHeld(deps.db), selectHeld(deps.db, most)])
  const texts = await deps.describeTexts(effects.flatMap((effect) => messageOf(effect) ?? []))
  return {
    hold,
    topics,
    effects: effects.map((effect) => {
      const text = texts.get(messageOf(effect) ?? '')
      return {
        id: effect.id,
        topic: effect.topic,
        createdAt: effect.createdAt,
        to: text ? maskPhone(text.to) : null,
        body: text?.body ?? null,
      }
    }),
  }
}

/**
 * Decides on held effects: `release` lets them go out, `drop` never does (they become `unknown`, and the carrier is asked what became of the
 * texts among them). Deciding on all ends the hold. Answers how many were decided on. Throws `auth.forbidden`.
 */
export const settleHeld = (deps: HeldDeps) => async (actor: Actor, which: Which, how: 'release' | 'drop') => {
  demand(actor, 'operations.manage')
  return deps.db.tx(async (tx) => {
    const ids = await decideHeld(tx, which, how === 'release' ? 'pending' : 'unknown', deps.clock.now())
    if ('all' in which) await endHold(tx)
    await record(tx, deps, actor, {
      audit: [
        {
          action: how === 'release' ? 'effect.released' : 'effect.dropped',
          entity: 'effect',
          entityId: 'topic' in which ? which.topic : 'all' in which ? 'all' : (ids[0] ?? 'none'),
          after: { count: ids.length, ids: ids.slice(0, 100) },
        },
      ],
    })
    if (how === 'release') tx.afterCommit(deps.wake.outbox)
    return { decided: ids.length }
  })
}

/**
 * Holds whatever waited when a backup was made, in the transaction that makes the backup the city again; from then on what a timer promises to
 * a citizen is held as well, until all is decided. Answers how many effects are held.
 */
export const holdEffects = async (
  tx: Tx,
  deps: Pick<WriteDeps, 'clock' | 'ids' | 'wake'>,
  backupAt: string,
): Promise<number> => {
  const now = deps.clock.now()
  const held = await holdWaiting(tx)
  await beginHold(tx, { since: now.toISOString(), backupAt }, now, 'restore')
  await record(tx, deps, systemActor('restore'), {
    audit: [{ action: 'effect.held', entity: 'effect', entityId: 'all', after: { count: held, backupAt } }],
  })
  return held
}
