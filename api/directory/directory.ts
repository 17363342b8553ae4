import type { WriteDeps } from '../platform/deps.ts'
import type { Committed } from '../platform/live/live.ts'
import type { LiveTopic } from '../vocabulary/live-events.ts'
import { addStaffIn } from './add-staff.ts'
import { changeStaffIn } from './change-staff.ts'
import { createLineIn } from './create-line.ts'
import { createUnitIn } from './create-unit.ts'
import { createDirectoryCache } from './directory.cache.ts'
import { findLines, findManyStaff, findUnit, findUnits, loadLines, loadStaff, loadUnits } from './directory.store.ts'

/**
 * Units, lines and staff: read from memory, written by verbs that renew the memory after their commit.
 * Other servers of the same database hear of a change by its live event, and `follow` reads again what that names.
 */
export const createDirectory = async (deps: WriteDeps) => {
  const cache = createDirectoryCache()
  const refresh = async (): Promise<void> => {
    const puts = cache.puts()
    const [units, lines, staff] = await Promise.all([loadUnits(deps.db), loadLines(deps.db), loadStaff(deps.db)])
    // What was committed while reading may be missing from what was read.
    if (cache.puts() !== puts) return refresh()
    cache.load({ units, lines, staff })
  }
  await refresh()
  return {
    ...cache.reads,
    refresh,
    /** Reads again what others changed; what is no more is never taken out of the directory, it becomes inactive. */
    follow: async (events: Committed[]): Promise<void> => {
      const named = (topic: LiveTopic) => [
        ...new Set(events.filter((event) => event.topic === topic).map(({ entityId }) => entityId)),
      ]
      const [units, lines, staff] = await Promise.all([
        findUnits(deps.db, named('unit')),
        findLines(deps.db, named('line')),
        findManyStaff(deps.db, named('staff')),
      ])
      units.forEach(cache.putUnit)
      lines.forEach(cache.putLine)
      staff.forEach(cache.putStaff)
    },
    /** A unit as the open transaction sees it, before its commit, too. */
    findUnitIn: findUnit,
    createUnitIn: createUnitIn(deps, cache),
    createLineIn: createLineIn(deps, cache),
    addStaffIn: addStaffIn(deps, cache),
    changeStaffIn: changeStaffIn(deps, cache),
  }
}
export type { Line, Staff } from './directory.store.ts'
export type Directory = Awaited<ReturnType<typeof createDirectory>>
