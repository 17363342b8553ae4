import type { Grade, LimitUnit } from '../catalogue/catalogue.types.ts'

/** The running limit as stored on the ticket: enough to show how it was computed, years later. Instants are ISO 8601. */
export interface TicketClock {
  startedAt: string
  value: number
  unit: LimitUnit
  basis: string
  basisEn: string
  grade: Grade
  ruleId: string | null
  dueAt: string
  /** The limit crosses into a year whose public holidays are not published yet. */
  provisional: boolean
  pausedAt: string | null
  /** Why it stands still, when it does. */
  pauseReason: string | null
  extensions: { at: string; workingDays: number; dueAt: string; by: string }[]
  pauses: { from: string; to: string; reason: string }[]
}
