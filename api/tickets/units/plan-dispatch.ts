import { isHotline, type Actor, type StaffActor } from '../../vocabulary/actor.ts'
import type { TicketAction } from '../../vocabulary/ticket.ts'
import { demand } from '../../platform/demand.ts'
import { readClock } from '../../clocks/clock.json.ts'
import type { Deps } from '../../platform/deps.ts'
import { Problem } from '../../platform/problem.ts'
import { withAccused } from './accused.store.ts'
import { chooseOthers, chooseUnits, type UnitsChosen } from './dispatch.rules.ts'
import type { MatterGuess } from '../../triage/triage.types.ts'
import { DispatchPlanDto, type DispatchDoubt, type PlanAsked, type SendingInput } from './dispatch-plan.dto.ts'
import { newClock } from './send-to-units.ts'
import type { TicketClock } from '../clock/ticket-clock.types.ts'
import { startSubLimit } from '../clock/sub-limit.rules.ts'
import { iso, matterRef, unitRef } from '../reading/ticket.view.ts'
import { mustFindTicket, type Ticket } from '../tickets.store.ts'
import type { ActDeps } from '../life/act.deps.ts'

/** A ticket with the units that must not learn of it. */
type Accusing = Ticket & { accusedUnitIds: string[] }

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

/** What the classifier said of a matter, as it was kept when the ticket was opened; for the hotline only. */
const guessOf = (deps: ActDeps, actor: Actor, found: MatterGuess | undefined) => {
  const matter = found && isHotline(actor) ? matterRef(deps, found.code) : null
  return found && matter ? { matter, confidence: found.confidence, why: found.why } : null
}

/** The classifier's own choice where a person chose another matter, with the unit that it leads to. */
const otherChoice = (deps: ActDeps, actor: Actor, ticket: Accusing) => {
  const first = ticket.proposal?.matters[0]
  if (!first || first.code === ticket.matterCode) return null
  const guess = guessOf(deps, actor, first)
  const units = attempt(() => chooseUnits({ ...ticket, matterCode: first.code }, {}, deps))
  return guess && { ...guess, lead: units.value && unitRef(deps, units.value.lead.id) }
}

/** Why one key is not enough to send the ticket: what is at stake, or how unsure it is where it belongs. */
const doubtsOf = ({ danger, urgency, proposal, matterCode }: Ticket): DispatchDoubt[] => {
  const first = proposal?.matters[0]
  const differs = first !== undefined && matterCode !== null && first.code !== matterCode
  return [
    ...(danger === null ? [] : (['danger'] as const)),
    ...(urgency === 'critical' ? (['critical'] as const) : []),
    ...(differs ? (['differs'] as const) : []),
    // a danger is never confident, and has been said
    ...(first && !differs && danger === null && !proposal?.confident ? (['unsure'] as const) : []),
  ]
}

/**
 * Who would get the ticket and by which limit: a new one, or the one that runs on where the ticket only changes hands.
 * Throws what choosing units, starting the limit and starting a sub-limit throw.
 */
export const planSending = (
  deps: ActDeps,
  ticket: Accusing,
  action: TicketAction,
  input: SendingInput,
  at: Date,
): UnitsChosen & { clock: TicketClock } => {
  const chosen = chooserOf(action)(ticket, input, deps)
  const clock =
    keptClock(ticket, action, chosen.lead.id) ??
    newClock(deps, ticket, { at, chosen: input.limit && { ...input.limit, basis: '', basisEn: '' } })
  if (input.coLimit && chosen.units.some(({ role }) => role === 'co'))
    startSubLimit(at, input.coLimit, new Date(clock.dueAt), deps.counting)
  return { ...chosen, clock }
}

/** A re-dispatch goes to others than who has the ticket. */
const chooserOf = (action: TicketAction) => (action === 'redispatch' ? chooseOthers : chooseUnits)

/** The limit that runs on; null where the act starts a new one. */
const keptClock = ({ clock, leadUnitId }: Ticket, action: TicketAction, leadId: string | undefined) =>
  action === 'redispatch' || (action === 'designate' && leadUnitId === leadId) ? clock : null

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
    const accusing = await withAccused(deps.db, ticket)
    const units = attempt(() => chooserOf(asked.action)(accusing, again, deps))
    const kept = keptClock(ticket, asked.action, units.value?.lead.id)
    const keepsClock = kept !== null
    const limit = attempt(
      () =>
        kept ??
        newClock(deps, ticket, {
          at: deps.clock.now(),
          chosen: asked.limit && { ...asked.limit, basis: '', basisEn: '' },
          again: asked.action === 'redo',
        }),
    )
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
      guess: guessOf(
        deps,
        actor,
        ticket.proposal?.matters.find(({ code }) => code === ticket.matterCode),
      ),
      otherChoice: otherChoice(deps, actor, accusing),
      doubts: isHotline(actor) ? doubtsOf(ticket) : [],
      problems: [units.problem, limit.problem, sub.problem].filter((code) => code !== null),
    })
  }
