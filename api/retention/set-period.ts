import { record } from '../audit/record.ts'
import { demand } from '../platform/demand.ts'
import type { FieldFault } from '../platform/field-fault.types.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { retentionKinds, type RetentionKind } from '../vocabulary/retention.ts'
import { retentionProblem } from './retention.errors.ts'
import { loadPeriods, savePeriod, type Period } from './retention.store.ts'
import { retention } from './retention.table.ts'

const bounded = (code: 'tooSmall' | 'tooLarge', bound: number, message: string) => ({
  errors: [{ path: 'days', code, bound, message } satisfies FieldFault],
})

/**
 * Sets how long the city keeps a kind of data, days, and why. It holds from the next page of a run on. Throws `auth.forbidden`,
 * `retention.too-short` (a law's floor, or as long as what hangs on it), `retention.too-long`; both with the bound.
 */
export const setPeriod =
  (deps: WriteDeps) =>
  (actor: StaffActor, kind: RetentionKind, period: Period): Promise<void> =>
    deps.db.tx(async (tx) => {
      demand(actor, 'operations.manage')
      const set = await loadPeriods(tx, retentionKinds)
      const daysOf = (other: RetentionKind) => set.get(other)?.days ?? retention[other].days
      const least = Math.max(retention[kind].least, ...(retention[kind].atLeastAs ?? []).map(daysOf))
      if (period.days < least)
        throw retentionProblem('retention.too-short', undefined, bounded('tooSmall', least, `at least ${least} days`))
      const above = retentionKinds.find(
        (other) => retention[other].atLeastAs?.includes(kind) && daysOf(other) < period.days,
      )
      if (above)
        throw retentionProblem(
          'retention.too-long',
          undefined,
          bounded('tooLarge', daysOf(above), `${above} are kept for ${daysOf(above)} days`),
        )
      await savePeriod(tx, kind, period, deps.clock.now(), actor.id)
      await record(tx, deps, actor, {
        audit: [
          {
            action: 'retention.set',
            entity: 'retention',
            entityId: kind,
            before: { days: daysOf(kind) },
            after: { days: period.days },
            reason: period.reason,
          },
        ],
      })
    })
