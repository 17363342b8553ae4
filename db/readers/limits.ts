/** How long one statement of a class may take, ms; how many of them wait at most (SQLite). */
export const readLimits = {
  lists: { limitMs: 5_000, queue: 64 },
  reports: { limitMs: 60_000, queue: 8 },
} as const
