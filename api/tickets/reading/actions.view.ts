import type { Actor } from '../../vocabulary/actor.ts'
import type { TicketState, TicketAction } from '../../vocabulary/ticket.ts'
import { actList } from '../life/acts/acts.ts'
import type { TicketAct } from '../life/define-act.ts'
import { allowedActs, type TicketFacts } from '../life/ticket.rules.ts'
import type { TicketActionDto } from '../ticket.dto.ts'

/** Of the acts that may be made, the next right one in a state. */
const primaryOf = (allowed: readonly TicketAct<TicketAction>[], state: TicketState) => {
  const rank = (act: TicketAct) => act.primaryIn?.[state] ?? Number.POSITIVE_INFINITY
  return allowed.filter((act) => act.primaryIn?.[state] !== undefined).sort((a, b) => rank(a) - rank(b))[0]
}

/** The acts this reader may make now, for the buttons. */
export const actionsFor = (facts: TicketFacts, actor: Actor, now: Date): TicketActionDto[] => {
  const allowed = allowedActs<TicketAct<TicketAction>>(actList, facts, actor, now)
  const primary = primaryOf(allowed, facts.state)
  return allowed.map((act) => ({
    action: act.action,
    tone: act === primary ? 'primary' : act.danger ? 'danger' : 'normal',
    needs: Object.entries(act.fields).flatMap(([name, { required }]) => (required ? [name] : [])),
    tells: [...act.tells],
  }))
}
