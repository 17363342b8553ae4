import type { LimitAmount } from './clocks.types.ts'

/** Everything that ever moved a clock, in order. Comments, edits and re-categorisation are not among them. */
export type ClockEvent =
  | { type: 'start' | 'restart'; at: Date; limit: LimitAmount }
  | { type: 'pause'; at: Date; reason: string }
  | { type: 'resume'; at: Date }
  | { type: 'extend'; at: Date; by: LimitAmount }
  | { type: 'meet'; at: Date }

/** A running limit (计时). A value: every change gives a new one. */
export interface Clock {
  limit: LimitAmount
  startedAt: Date
  /** The promise as it stands; while paused, the promise as it stood when the pause began. */
  dueAt: Date
  /** True while `dueAt` reaches into a year whose holidays are not published. */
  provisional: boolean
  pausedAt: Date | null
  /** Counted ms left, frozen while paused; null while running. */
  remainingMs: number | null
  /** Counted ms of the pauses that have ended since the (re)start. */
  pausedMs: number
  extensions: { at: Date; by: LimitAmount; from: Date; to: Date }[]
  metAt: Date | null
  history: ClockEvent[]
}

/** Why a clock refuses a change; also problem codes of the API. */
export type ClockProblem = 'clockPaused' | 'clockNotPaused' | 'clockOverdue' | 'clockMet' | 'clockTimeBackwards'
/** What became of a change: the new clock, or why it was refused. */
export type ClockResult = { clock: Clock } | { problem: ClockProblem }

/** How near a limit is: nothing to say, soon, or nearly over. */
export type ClockLevel = 'ok' | 'yellow' | 'red'
/** What is left of a limit, as people are told it. */
export interface Remaining {
  state: 'running' | 'paused' | 'overdue' | 'met'
  level: ClockLevel
  /** Whole counted days left (or, overdue, passed since): a day of `wh` is the office hours of one day. */
  workingDays: number
  /** Hours beyond the whole days, rounded down. */
  hours: number
  /** Counted ms left in the unit's own time; negative when overdue, and when met late. */
  ms: number
}

/** When a clock turns yellow and red: by what is left, or by the share of the limit that is used (0…1). */
export interface WarningLevels {
  yellow: { workingDays: number; used: number }
  red: { hours: number; used: number }
}
