import type { Role } from '../vocabulary/directory.ts'
import type { WaitKind, WarningKind } from '../vocabulary/ticket.ts'
import type { DeskNotice, HearingPart, WarningFacts } from './desk-notice.types.ts'
import { escalatesAt, waitOf, type Reminded } from './waits.table.ts'

/** A row about something that falls due: some of the units that have the ticket, and at the hotline some roles. */
export const warning = (row: {
  type: WarningKind
  on: string
  whom: string
  units?(part: HearingPart, level: number): boolean
  roles?(level: number): Role[]
}): DeskNotice<WarningFacts> => ({
  on: row.on,
  whom: row.whom,
  words: `timeline.warned.${row.type}`,
  to: ({ level, parts }) => ({
    roles: row.roles?.(level) ?? [],
    unitPaths: parts.filter((part) => row.units?.(part, level) ?? false).map(({ unitPath }) => unitPath),
  }),
  event: ({ number, state, level, dueAt }) => ({ type: row.type, payload: { number, state, level, dueAt } }),
})

const partNames = { lead: 'the lead unit', co: 'the co-handling units', copied: 'the copied units' }
const roleNames: Partial<Record<Role, string>> = {
  agent: 'agents',
  dispatcher: 'dispatchers',
  reviewer: 'reviewers',
  followUp: 'those who follow up',
  supervisor: 'supervisors',
  admin: 'administrators',
}
const named = (one: Reminded) => (typeof one === 'string' ? (roleNames[one] ?? one) : partNames[one.part])

/** A row about somebody who is waited for: who they are, and who hears later, stands in the table of waits. */
export const waiting = (kind: WaitKind): DeskNotice<WarningFacts> => {
  const { owner, next, for: what } = waitOf(kind)
  const hearersOf = (count: number) => (count >= escalatesAt ? [...owner, ...next] : owner)
  return warning({
    type: kind,
    on: `a ticket has waited too long for ${what}; again and again until it is done`,
    whom: `${owner.map(named).join(', ')}; from the second time on also ${next.map(named).join(', ')}`,
    units: ({ role }, count) => hearersOf(count).some((one) => typeof one !== 'string' && one.part === role),
    roles: (count) => hearersOf(count).filter((one) => typeof one === 'string'),
  })
}
