import type { WriteDeps } from '../platform/deps.ts'
import type { Job } from '../platform/jobs.ts'
import { addStaffIn } from './add-staff.ts'
import { changeStaffIn } from './change-staff.ts'
import { createLineIn } from './create-line.ts'
import { createUnitIn } from './create-unit.ts'
import { createDirectoryCache } from './directory.cache.ts'
import { findUnit, loadLines, loadStaff, loadUnits } from './directory.store.ts'

/**
 * Units, lines and staff: read from memory, written by verbs that renew the memory after their commit.
 * Other processes on the same database see a change at their next `refresh` (the job, every 30 s).
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

/** Keeps the memory of several processes together. */
export const directoryJobs = (directory: Directory): Job[] => [
  {
    name: 'directory.refresh',
    everyMs: 30_000,
    run: async () => {
      await directory.refresh()
      return 1
    },
  },
]
