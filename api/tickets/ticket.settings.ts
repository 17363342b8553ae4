import type { Urgency } from '../vocabulary/catalogue.ts'
import type { DangerKind } from '../vocabulary/danger.ts'
import type { LimitAmount } from '../clocks/clocks.types.ts'
import type { WaitKind } from '../vocabulary/ticket.ts'
import type { Config } from '../platform/config.ts'

/** Waits that no law fixes: the project's defaults (grade D), which a city sets for itself. */
export interface TicketSettings {
  /** From acceptance to dispatch; the dispatchers are told once it has passed, the supervisors after twice and four times of it. Hours. */
  dispatchWithinHours: Record<Urgency, number>
  /** From dispatch to signing (签收). */
  signWithin: Record<Urgency, LimitAmount>
  /** From dispatch to the first contact with the citizen (先行联系). */
  contactWithin: Record<Urgency, LimitAmount>
  /**
   * From dispatch to the unit's request to return the ticket (退单时限); null: as long as it has it. No primary text was found:
   * two working days are second hand of Shandong's 管理办法 (2020, grade B, unverified), so that a city sets its own or none.
   */
  returnWithin: LimitAmount | null
  /**
   * Working days after which whoever a ticket waits for is reminded, and again after as many; the next person hears from the second time on.
   * No text sets them (grade D): most steps are due at once or the day after (BJ 11; one bureau follows up the day after closing, B), so a
   * working day; what the limit stands still for takes a unit or an expert days (DIS 32 gives a third party 15 working days), so five; the
   * citizen has three days for the survey before that.
   */
  remindAfter: Record<WaitKind, number>
  /** Look-alikes are searched this far back. */
  lookAlikeDays: number
  /** Likeness 0…1 from which a ticket is shown as a look-alike. */
  lookAlikeFrom: number
}

const defaultSettings: TicketSettings = {
  dispatchWithinHours: { normal: 2, urgent: 0.5, critical: 0.25 },
  signWithin: {
    normal: { value: 4, unit: 'wh' },
    urgent: { value: 1, unit: 'h' },
    critical: { value: 0.5, unit: 'h' },
  },
  contactWithin: {
    normal: { value: 1, unit: 'wd' },
    urgent: { value: 4, unit: 'h' },
    critical: { value: 1, unit: 'h' },
  },
  returnWithin: null,
  remindAfter: {
    waitsAccept: 1,
    waitsSubmit: 1,
    waitsDispatch: 1,
    waitsSign: 1,
    waitsAnswer: 1,
    waitsReturn: 1,
    waitsResume: 5,
    waitsReview: 1,
    waitsFollowUp: 5,
    waitsExtension: 1,
    waitsDecision: 1,
    waitsCheck: 1,
  },
  lookAlikeDays: 30,
  lookAlikeFrom: 0.35,
}

/** The defaults, with what the configuration says of them. */
export const settingsFrom = ({
  returnWithinWorkingDays,
  remindAfterWorkingDays,
}: Pick<Config, 'returnWithinWorkingDays' | 'remindAfterWorkingDays'>): TicketSettings => ({
  ...defaultSettings,
  returnWithin: returnWithinWorkingDays === null ? null : { value: returnWithinWorkingDays, unit: 'wd' },
  remindAfter: { ...defaultSettings.remindAfter, ...remindAfterWorkingDays },
})

/** How long a ticket may wait for its dispatch, ms. A danger waits by the rule of what is critical, whatever urgency it was given. */
export const dispatchWaitMs = (
  settings: TicketSettings,
  { danger, urgency }: { danger: DangerKind | null; urgency: Urgency },
) => settings.dispatchWithinHours[danger === null ? urgency : 'critical'] * 3_600_000
