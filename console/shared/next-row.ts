/** The row to open once one is done: the one below it, at the end the one above; none where it was alone or is not there. */
export const nextRow = <T extends { id: string }>(rows: readonly T[], doneId: string): T | undefined => {
  const at = rows.findIndex(({ id }) => id === doneId)
  return at < 0 ? undefined : (rows[at + 1] ?? rows[at - 1])
}
