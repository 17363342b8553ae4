import type { Urgency } from '../vocabulary/catalogue.ts'
import type { LimitAmount } from '../clocks/clocks.types.ts'
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
  lookAlikeDays: 30,
  lookAlikeFrom: 0.35,
}

/** The defaults, with what the configuration says of them. */
export const settingsFrom = ({ returnWithinWorkingDays }: Pick<Config, 'returnWithinWorkingDays'>): TicketSettings => ({
  ...defaultSettings,
  returnWithin: returnWithinWorkingDays === null ? null : { value: returnWithinWorkingDays, unit: 'wd' },
})

/** How long a ticket may wait for its dispatch, ms. */
export const dispatchWaitMs = (settings: TicketSettings, urgency: Urgency) =>
  settings.dispatchWithinHours[urgency] * 3_600_000
