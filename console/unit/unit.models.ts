import type { TicketDto, TicketListItem } from '../../api/tickets/ticket.dto.ts'
import type { TicketState, TicketAction } from '../../api/vocabulary/ticket.ts'
import type { Values } from '../tickets/action-values.ts'

/** The piles of a unit's desk. `beside`: tickets another unit leads, in which this one helps or is informed. */
export const unitTabs = ['toSign', 'handling', 'waiting', 'answered', 'beside', 'done'] as const
export type UnitTab = (typeof unitTabs)[number]

const states: Record<Exclude<UnitTab, 'beside'>, readonly TicketState[]> = {
  toSign: ['dispatched'],
  handling: ['handling'],
  waiting: ['returnRequested', 'paused'],
  answered: ['answered', 'awaitingFollowUp'],
  done: ['closed', 'withdrawn', 'terminated', 'merged'],
}
/** The piles that carry a number. */
export const countedTabs = ['toSign', 'handling', 'waiting', 'answered'] as const satisfies readonly UnitTab[]

/** The question behind a pile: what is at work stands by its clock, what is over by its last change. */
export const tabQuery = (tab: UnitTab, unitId: string): Record<string, string> => {
  if (tab === 'beside') return { view: 'open', sort: 'clock', size: '100' }
  const state = states[tab].join(',')
  return tab === 'done' ? { view: 'all', state, sort: 'updated' } : { view: 'all', state, unit: unitId, sort: 'clock' }
}
/** Everything that is numbered, in one question. */
export const countQuery = (unitId: string): Record<string, string> => ({
  view: 'all',
  state: countedTabs.flatMap((tab) => states[tab]).join(','),
  unit: unitId,
  size: '100',
})
/** How many tickets each tab of the unit's desk has. */
export const countTabs = (
  tickets: readonly Pick<TicketListItem, 'state'>[],
): Record<(typeof countedTabs)[number], number> => {
  const count = (tab: (typeof countedTabs)[number]) => tickets.filter(({ state }) => states[tab].includes(state)).length
  return {
    toSign: count('toSign'),
    handling: count('handling'),
    waiting: count('waiting'),
    answered: count('answered'),
  }
}

/** Whether a ticket in this state has left the pile. What stands beside is there whatever becomes of it, until it is over. */
export const hasLeft = (tab: UnitTab, state: TicketState): boolean =>
  tab === 'beside' ? states.done.includes(state) : !states[tab].includes(state)

interface UnitNode {
  id: string
  parentId: string | null
}

/** The ids of a unit and of everything under it. */
export const subtreeOf = (units: readonly UnitNode[], rootId: string): ReadonlySet<string> => {
  const found = new Set([rootId])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const unit of units) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id)
  }
  return found
}
/** Led by somebody outside the subtree. */
export const isBeside = (ticket: Pick<TicketListItem, 'leadUnit'>, own: ReadonlySet<string>): boolean =>
  ticket.leadUnit !== null && !own.has(ticket.leadUnit.id)

/**
 * The assignment that the desk answers for: the lead one that still runs.
 * @internal exported for its test
 */
export const leadAssignment = (ticket: Pick<TicketDto, 'assignments'>) =>
  ticket.assignments.find(({ role, state }) => role === 'lead' && state === 'active')

/** Until when the citizen must be contacted; undefined when that was done, or nobody asks for it now. */
export const contactDue = (ticket: Pick<TicketDto, 'assignments' | 'state' | 'replyWanted'>): string | undefined => {
  const lead = leadAssignment(ticket)
  return ticket.state === 'handling' && lead && lead.contactedAt === null ? (lead.contactBy ?? undefined) : undefined
}

/** Until when a co-handling unit must report that its part is done; undefined when it has, or its clock stands still. */
export const reportDue = (ticket: Pick<TicketDto, 'assignments'>, unitId: string): string | undefined => {
  const own = ticket.assignments.find(
    ({ role, state, unit, clock }) =>
      role === 'co' &&
      state === 'active' &&
      unit.id === unitId &&
      (clock?.state === 'running' || clock?.state === 'overdue'),
  )
  return own?.clock?.dueAt
}

/** An act that was written while the line was away. `values` is the form as it was, for the case that the server refuses. */
export interface Submission {
  id: string
  ticketId: string
  title: string
  action: TicketAction
  version: number
  input: Record<string, unknown>
  values: Values
}

/** Whether an act has been made already: the line may have broken after the server took it and before its answer came. */
export const wasMade = (
  ticket: Pick<TicketDto, 'answers' | 'assignments'>,
  { action, input }: Pick<Submission, 'action' | 'input'>,
): boolean => {
  if (action === 'sign') return leadAssignment(ticket)?.signedAt != null
  return (
    action === 'answer' &&
    ticket.answers.some(
      ({ text, result, state }) => state === 'submitted' && text === input['text'] && result === input['result'],
    )
  )
}

/** Appends a phrase to what is written, on a line of its own. */
export const withPhrase = (text: string, phrase: string): string =>
  text.trim() === '' ? phrase : `${text.trimEnd()}\n${phrase}`
