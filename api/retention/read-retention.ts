import type { Directory } from '../directory/directory.ts'
import { demand } from '../platform/demand.ts'
import type { Deps } from '../platform/deps.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { retentionKinds } from '../vocabulary/retention.ts'
import { loadPeriods, loadRuns } from './retention.store.ts'
import { retention } from './retention.table.ts'
import type { RetentionDto } from './retention.dto.ts'

/** The table of retention as it holds now, with what was done. Throws `auth.forbidden`. */
export const readRetention =
  (deps: Pick<Deps, 'db'> & { directory: Pick<Directory, 'staffById'> }) =>
  async (actor: StaffActor): Promise<RetentionDto[]> => {
    demand(actor, 'operations.read')
    const periods = await loadPeriods(deps.db, retentionKinds)
    const runs = await loadRuns(deps.db)
    return retentionKinds.map((kind) => {
      const { days, least, way, basis, outside } = retention[kind]
      const set = periods.get(kind)
      const run = runs.get(kind)
      return {
        kind,
        way,
        days: set?.days ?? days,
        usualDays: days,
        leastDays: least,
        basis: { source: basis.zh, sourceEn: basis.en, grade: basis.grade },
        set: set
          ? {
              by: deps.directory.staffById(set.setBy)?.name ?? set.setBy,
              at: set.setAt.toISOString(),
              reason: set.reason,
            }
          : null,
        outside: outside === true,
        lastRun: run?.startedAt
          ? {
              startedAt: run.startedAt.toISOString(),
              finishedAt: run.finishedAt?.toISOString() ?? null,
              erased: run.erased,
            }
          : null,
        erasedEver: run?.erasedEver ?? 0,
        nextAt: run?.nextAt.toISOString() ?? null,
      }
    })
  }
