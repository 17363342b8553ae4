/**
 * Open streams one person may have: some windows and their reconnects.
 * @internal exported for its test
 */
export const mostStreams = 20

/** Counts the open streams of each person. */
export const createSlots = (most = mostStreams) => {
  const taken = new Map<string, number>()
  return {
    /** Takes one; answers how to give it back, which counts once however often it is said. Null when the person has as many as they may. */
    take: (personId: string): (() => void) | null => {
      const now = taken.get(personId) ?? 0
      if (now >= most) return null
      taken.set(personId, now + 1)
      let held = true
      return () => {
        if (!held) return
        held = false
        const left = (taken.get(personId) ?? 0) - 1
        if (left > 0) taken.set(personId, left)
        else taken.delete(personId)
      }
    },
  }
}
