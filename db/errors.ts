/** Whether an error is a broken unique rule, on either engine, however deep drizzle wrapped it. Only outside transactions: inside, use `onConflictDoNothing`. */
export const isUniqueViolation = (error: unknown): boolean => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? at.code : undefined
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return true
  }
  return false
}
