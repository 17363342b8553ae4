import { z } from 'zod'
import type { Tx } from '../../db/db.ts'
import type { Actor, StaffActor } from '../vocabulary/actor.ts'
import { hasRole, systemActor } from '../vocabulary/actor.ts'
import { openStates } from '../vocabulary/ticket.ts'
import { platformProblem } from '../platform/problem.ts'
import { record } from '../audit/record.ts'
import { reopenWindowDays } from '../tickets/life/ticket.rules.ts'
import { Remark } from '../tickets/life/ticket.input.ts'
import { findTicketRow, mergedInto, type Ticket } from '../tickets/tickets.ts'
import { followUpProblem } from './followup.errors.ts'
import { followUpNote } from './followup-note.ts'
import { loadFollowUp, lockAskingOf, mustFindFollowUp, pendingDecisions, saveFollowUp } from './followup.store.ts'
import { isDissatisfied, type FollowUp } from './followup.types.ts'
import type { SettleDeps } from './settle.ts'

export const DecisionInput = z
  .strictObject({
    version: z.number().int().positive(),
    decision: z.enum(['redo', 'keep']),
    reason: Remark,
  })
  .meta({ id: 'FollowUpDecisionBody', samples: [{ version: 3, decision: 'redo', reason: '问题未解决' }] })

const windowMs = reopenWindowDays * 86_400_000

/**
 * What doing it again means for a ticket as it stands: `redo`; `join` what is being done again already; or it is too `late` for that, or
 * `over` otherwise (withdrawn, ended).
 */
const redoWay = (ticket: Pick<Ticket, 'state' | 'closedAt' | 'erasedAt' | 'leadUnitId'>, now: Date) => {
  if (ticket.erasedAt !== null) return 'late'
  if (ticket.state === 'closed' && ticket.closedAt !== null && now.getTime() - ticket.closedAt.getTime() > windowMs)
    return 'late'
  if (ticket.state === 'awaitingFollowUp' || ticket.state === 'closed')
    return ticket.leadUnitId === null ? 'over' : 'redo'
  return openStates.includes(ticket.state) ? 'join' : 'over'
}

interface Judged {
  ticket: Ticket
  main: Ticket
}

/** The ticket whose answer was judged: a merged request is answered through its main ticket. */
const judgedBy = async (tx: Tx, followUp: FollowUp): Promise<Judged> => {
  const ticket = await findTicketRow(tx, followUp.ticketId)
  return { ticket, main: ticket.mainTicketId === null ? ticket : await findTicketRow(tx, ticket.mainTicketId) }
}

const keepDecision = async (
  deps: SettleDeps,
  tx: Tx,
  actor: Actor,
  before: FollowUp,
  {
    decision,
    reason,
    ticket,
    main,
  }: Judged & { decision: 'redone' | 'joined' | 'kept' | 'lapsed'; reason: string | null },
): Promise<FollowUp> => {
  const after = await saveFollowUp(tx, before, { decision })
  await record(tx, deps, actor, {
    timeline: [
      {
        ticketId: before.ticketId,
        type: 'followUpDecided',
        visibility: 'hotline',
        text: reason,
        data: { decision },
      },
      // Whoever is at it again hears what else was wrong; other citizens do not.
      ...(decision === 'joined'
        ? [
            {
              ticketId: main.id,
              type: 'followUpJoined',
              visibility: 'unit' as const,
              // A confidential request tells the unit nothing in its citizen's words.
              text: [ticket.confidential ? null : before.reason, reason].filter(Boolean).join('\n'),
              data: { followUpId: before.id, grade: before.grade, solved: before.solved },
            },
          ]
        : []),
    ],
    audit: [
      {
        action: 'followUp.decided',
        entity: 'followUp',
        entityId: before.id,
        before: { decision: before.decision },
        after: { decision },
        reason,
      },
    ],
    live: [followUpNote(ticket, before.id, { type: 'decided', payload: { ticketId: before.ticketId, decision } })],
  })
  return after
}

/**
 * A supervisor settles what was not redone at once: done again (the main ticket of a merged request; told to the unit where that is at it again
 * already), or left, with the reason. Throws `auth.forbidden`, `follow-up.not-found`, `follow-up.conflict`, `follow-up.settled`,
 * `follow-up.redo-late` when the days within which a ticket may be done again have passed, `follow-up.redo-over` when it ended otherwise.
 */
export const decideFollowUp =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, input: z.output<typeof DecisionInput>): Promise<FollowUp> => {
    if (!hasRole(actor, 'supervisor')) throw platformProblem('auth.forbidden')
    return deps.db.tx(async (tx) => {
      const { followUp: before } = await loadFollowUp(tx, actor, id)
      if (before.version !== input.version)
        throw followUpProblem('follow-up.conflict', undefined, { version: before.version })
      if (before.decision !== 'pending' || !isDissatisfied(before.grade)) throw followUpProblem('follow-up.settled')
      const { reason } = input
      const judged = await judgedBy(tx, before)
      const { main } = judged
      if (input.decision === 'keep')
        return keepDecision(deps, tx, actor, before, { ...judged, decision: 'kept', reason })
      const way = redoWay(main, deps.clock.now())
      if (way === 'late') throw followUpProblem('follow-up.redo-late')
      if (way === 'over') throw followUpProblem('follow-up.redo-over', undefined, { state: main.state })
      if (way === 'join') return keepDecision(deps, tx, actor, before, { ...judged, decision: 'joined', reason })
      const others = await mergedInto(tx, main.id)
      await lockAskingOf(tx, [main.citizenId, ...others.map(({ citizenId }) => citizenId)])
      const after = await keepDecision(deps, tx, actor, before, { ...judged, decision: 'redone', reason })
      await deps.act.actIn(tx, actor, { ticketId: main.id, action: 'redo', input: { reason } })
      return after
    })
  }

const page = 100

/** Ends what nobody decided while it could still be done again: it is told as such, and never refused in the middle of a click. */
export const lapseDecisions = (deps: SettleDeps) => async (): Promise<number> => {
  const now = deps.clock.now()
  let count = 0
  let after: { at: Date; id: string } | null = null
  for (;;) {
    const rows: FollowUp[] = await pendingDecisions(deps.db, new Date(now.getTime() - windowMs), after, page)
    for (const { id } of rows) {
      const lapsed = await deps.db.tx(async (tx) => {
        const before = await mustFindFollowUp(tx, id)
        if (before.decision !== 'pending') return false
        const judged = await judgedBy(tx, before)
        const way = redoWay(judged.main, now)
        if (way === 'redo' || way === 'join') return false
        await keepDecision(deps, tx, systemActor('followUp'), before, { ...judged, decision: 'lapsed', reason: null })
        return true
      })
      if (lapsed) count++
    }
    const last = rows.at(-1)
    if (rows.length < page || !last?.doneAt) return count
    after = { at: last.doneAt, id: last.id }
  }
}
