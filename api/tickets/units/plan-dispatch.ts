import { isHotline, type Actor, type StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import { readClock } from '../../clocks/clock.json.ts'
import type { Deps } from '../../platform/deps.ts'
import { Problem } from '../../platform/problem.ts'
import { withAccused } from './accused.store.ts'
import { chooseOthers, chooseUnits } from './dispatch.rules.ts'
import { DispatchPlanDto, type PlanAsked } from './dispatch-plan.dto.ts'
import { newClock } from './send-to-units.ts'
import type { TicketClock } from '../clock/ticket-clock.types.ts'
import { startSubLimit } from '../clock/sub-limit.rules.ts'
import { iso, matterRef, unitRef } from '../reading/ticket.view.ts'
import { mustFindTicket, type Ticket } from '../tickets.store.ts'
import type { ActDeps } from '../life/act.deps.ts'

type PlanDeps = ActDeps & Pick<Deps, 'db'>

/** The value, or the code of the problem that making it threw. */
const attempt = <Value>(make: () => Value): { value: Value | null; problem: string | null } => {
  try {
    return { value: make(), problem: null }
  } catch (error) {
    if (error instanceof Problem) return { value: null, problem: error.code }
    throw error
  }
}

const limitView = (clock: TicketClock) => ({
  ...clock.limit,
  basis: clock.basis,
  basisEn: clock.basisEn,
  grade: clock.grade,
  dueAt: clock.dueAt,
  provisional: readClock(clock).provisional,
})

/** What the classifier said of the matter the ticket has, as it was kept when the ticket was opened. */
const guessOf = (deps: PlanDeps, actor: Actor, ticket: Ticket) => {
  const found = ticket.proposal?.matters.find(({ code }) => code === ticket.matterCode)
  const matter = found && isHotline(actor) ? matterRef(deps, found.code) : null
  return found && matter ? { matter, confidence: found.confidence, why: found.why } : null
}

/**
 * What a dispatch would do if it were made now: units, limit, due time; the same rules as the act, and nothing is written.
 * Throws `ticket.not-found` for a ticket out of scope.
 */
export const planDispatch =
  (deps: PlanDeps) =>
  async (actor: StaffActor, asked: PlanAsked): Promise<DispatchPlanDto> => {
    demand(actor, 'ticket.read')
    const ticket = await mustFindTicket(deps.db, actor, asked.ticketId)
    const again =
      asked.action === 'redo' && ticket.leadUnitId !== null ? { ...asked, leadUnitId: ticket.leadUnitId } : asked
    const choose = asked.action === 'redispatch' ? chooseOthers : chooseUnits
    const accusing = await withAccused(deps.db, ticket)
    const units = attempt(() => choose(accusing, again, deps))
    const keepsClock =
      ticket.clock !== null &&
      (asked.action === 'redispatch' || (asked.action === 'designate' && ticket.leadUnitId === units.value?.lead.id))
    const limit = attempt(() => {
      if (keepsClock && ticket.clock) return ticket.clock
      return newClock(deps, ticket, deps.clock.now(), asked.limit && { ...asked.limit, basis: '', basisEn: '' })
    })
    const { coLimit } = asked
    const helpers = (units.value?.units ?? []).some(({ role }) => role === 'co')
    const sub = attempt(() =>
      coLimit && helpers && limit.value
        ? startSubLimit(deps.clock.now(), coLimit, new Date(limit.value.dueAt), deps.counting)
        : null,
    )
    const refs = (role: string) =>
      (units.value?.units ?? []).flatMap(({ unit, role: has }) => (has === role ? [unitRef(deps, unit.id)] : []))
    return DispatchPlanDto.parse({
      ticketId: ticket.id,
      lead: units.value && unitRef(deps, units.value.lead.id),
      why: units.value?.why ?? null,
      co: refs('co'),
      coDueAt: iso(sub.value?.dueAt ?? null),
      copies: refs('copied'),
      limit: limit.value && limitView(limit.value),
      keepsClock,
      guess: guessOf(deps, actor, ticket),
      problems: [units.problem, limit.problem, sub.problem].filter((code) => code !== null),
    })
  }
