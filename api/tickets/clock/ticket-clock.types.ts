import type { Grade, LimitStart } from '../../vocabulary/catalogue.ts'
import type { ClockJson } from '../../clocks/clock.json.ts'

/** The running limit as stored on the ticket, with its legal basis: enough to show how it was computed, years later. Instants are ISO 8601. */
export interface TicketClock extends ClockJson {
  basis: string
  basisEn: string
  grade: Grade
  /** What it runs from; absent: the dispatch, as on clocks that were started before limits said so. */
  startEvent?: LimitStart
  /** The catalogue's row; null where a dispatcher set the limit by hand. */
  ruleId: string | null
}
