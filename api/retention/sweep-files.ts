import type { Files } from '../platform/files/files.ts'
import type { Outside } from './erase-page.ts'

/** A file that was written less than this ago may be waiting for its row, ms. */
const youngMs = 3_600_000

/**
 * Removes files that no row names, one folder of the store a page. Each is asked for once more when nobody can rely on it unseen any more: whoever
 * stores the same bytes meanwhile has them stored in the end, and one whose row has come stays.
 */
export const sweepFiles =
  (deps: {
    files: Pick<Files, 'oldIn' | 'remove'>
    named: (files: readonly string[]) => Promise<ReadonlySet<string>>
  }): Outside =>
  async ({ after, now }) => {
    const at = after === null ? 0 : Number.parseInt(after.id, 16) + 1
    const until = new Date(now.getTime() - youngMs)
    const old = await deps.files.oldIn(at, until)
    let erased = 0
    for (let from = 0; from < old.length; from += 500) {
      const some = old.slice(from, from + 500)
      const named = await deps.named(some)
      for (const file of some)
        if (
          !named.has(file) &&
          (await deps.files.remove(file, until, async () => (await deps.named([file])).has(file)))
        )
          erased++
    }
    return { erased, next: at === 255 ? null : { at: now, id: at.toString(16).padStart(2, '0') } }
  }
