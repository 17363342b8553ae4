/** Counts requests under way, so that a virtual clock moves only when nothing is left to happen at this moment. */
export type Work = {
  track<T>(promise: Promise<T>): Promise<T>
  /** Resolves when nothing is under way, or when nothing has moved for the given patience (a server that hangs). */
  settle(): Promise<void>
  busy(): number
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** `patienceMs`: real milliseconds to wait for a request that shows no progress before letting virtual time go on. */
export const createWork = (patienceMs: number): Work => {
  let underWay = 0
  let moves = 0
  return {
    busy: () => underWay,
    track: async (promise) => {
      underWay += 1
      moves += 1
      try {
        return await promise
      } finally {
        underWay -= 1
        moves += 1
      }
    },
    settle: async () => {
      let seen = moves
      let since = performance.now()
      for (;;) {
        await turn()
        if (underWay === 0) {
          await turn()
          if (underWay === 0) return
        }
        if (moves !== seen) {
          seen = moves
          since = performance.now()
        } else if (performance.now() - since > patienceMs) return
      }
    },
  }
}
