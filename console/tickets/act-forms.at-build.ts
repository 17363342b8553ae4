// oxlint-disable yixian/console-imports-types -- runs while the console is built, not in the browser: see scripts/build/at-build.ts
import { actList } from '../../api/tickets/life/acts/acts.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import type { TicketAct } from '../../api/tickets/life/define-act.ts'
import { formOf, type ActForm } from './act-form.ts'

/** Entries lose which name goes with which form; here each act goes with its own. */
const byAction = (list: readonly TicketAct<TicketAction>[]) =>
  Object.fromEntries(list.map((act) => [act.action, formOf(act)])) as Readonly<Record<TicketAction, ActForm>>

/** The forms of all acts, read from the acts themselves. */
export const actForms = byAction(actList)
