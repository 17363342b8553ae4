/** Rows in the order in which they were made, for their ids rise: a database gives them back as it likes. */
export const inOrder = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
