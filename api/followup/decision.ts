import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { openStates } from '../vocabulary/ticket.ts'
import { record } from '../audit/record.ts'
import { reopenWindowDays } from '../tickets/life/ticket.rules.ts'
import { findTicketRow, type Ticket } from '../tickets/tickets.ts'
import { followUpNote } from './followup-note.ts'
import { saveFollowUp } from './followup.store.ts'
import type { FollowUp } from './followup.types.ts'
import type { SettleDeps } from './settle.ts'

/** How long a closed ticket may be done again, ms. */
export const windowMs = reopenWindowDays * 86_400_000

/**
 * What doing it again means for a ticket as it stands: `redo`; `join` what is being done again already; or it is too `late` for that, or
 * `over` otherwise (withdrawn, ended).
 */
export const redoWay = (ticket: Pick<Ticket, 'state' | 'closedAt' | 'erasedAt' | 'leadUnitId'>, now: Date) => {
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
export const judgedBy = async (tx: Tx, followUp: FollowUp): Promise<Judged> => {
  const ticket = await findTicketRow(tx, followUp.ticketId)
  return { ticket, main: ticket.mainTicketId === null ? ticket : await findTicketRow(tx, ticket.mainTicketId) }
}

/** Writes down what became of dissatisfaction, on its ticket and, where it joins what is under way, on the main one. */
export const keepDecision = async (
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
