/** One row as the engine stores it, by its columns' names there. */
export type StoredRow = Record<string, unknown>

/** What filling a city needs of an engine, in its own SQL. */
export interface FillEngine {
  all(sql: string): Promise<StoredRow[]>
  run(sql: string): Promise<void>
  /** Inserts rows that all have the same columns. */
  insert(table: string, rows: readonly StoredRow[]): Promise<void>
  /** A stored moment, ms since 1970, and back. */
  readMoment(value: unknown): number
  writeMoment(ms: number): unknown
  /** SQL: a moment so many ms (another SQL expression) later. */
  later(moment: string, ms: string): string
  /** SQL: a text that holds JSON, as such a column wants it. */
  json(text: string): string
  /** Takes the indexes of tables away, and answers how to make them again. */
  dropIndexes(tables: readonly string[]): Promise<() => Promise<void>>
  close(): Promise<void>
}
