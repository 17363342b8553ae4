/** One statement as the query builder hands it over. */
export interface Statement {
  sql: string
  params: unknown[]
  /** `get`: the first row alone; otherwise all of them. */
  method: 'run' | 'all' | 'get' | 'values'
}

/** Rows as arrays, in the order of the columns; of `get` one of them, or nothing. */
export type Rows = unknown[] | undefined

/** Somebody who reads one statement after another beside the event loop, and can be stopped in the middle of one. */
export interface Reader {
  read(statement: Statement): Promise<Rows>
  /** Ends it at once, whatever it is doing; what it was asked fails. */
  kill(): void
  readonly alive: boolean
}

const reasons = {
  busy: 'too many reads wait',
  'too-long': 'the read took longer than it may',
  left: 'nobody waits for the read any more',
} as const

/** Why a read did not come to its end: too many wait, it took too long, or whoever asked went away. */
export class ReadRefused extends Error {
  readonly reason: keyof typeof reasons
  constructor(reason: keyof typeof reasons) {
    super(reasons[reason])
    this.name = 'ReadRefused'
    this.reason = reason
  }
}
