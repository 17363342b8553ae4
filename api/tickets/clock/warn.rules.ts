import { readClock } from '../../clocks/clock.json.ts'
import type { Counting } from '../../clocks/clocks.types.ts'
import { warnMoments } from './ticket-clock.rules.ts'
import type { TicketClock } from './ticket-clock.types.ts'
import {
  clockedStates,
  type PartWarning,
  type TicketState,
  type WaitKind,
  type WarningKind,
} from '../../vocabulary/ticket.ts'
import type { Assignment } from '../tickets.store.ts'

interface Moment {
  level: 1 | 2 | 3
  at: Date
}
/** Of a unit's assignment, and told of it once. */
interface PartMoment extends Moment {
  kind: PartWarning
  part: WatchedPart
}
export type Warning = PartMoment | (Moment & { kind: Exclude<WarningKind, PartWarning | WaitKind>; part: null })

/** A unit's assignment in force, as far as something may fall due of it. */
export type WatchedPart = Pick<
  Assignment,
  | 'id'
  | 'role'
  | 'unitId'
  | 'unitPath'
  | 'signBy'
  | 'signedAt'
  | 'contactBy'
  | 'contactedAt'
  | 'dueAt'
  | 'clock'
  | 'answeredAt'
  | 'told'
>

export interface Warned {
  state: TicketState
  clock: TicketClock | null
  warned: number
  warnAt: Date | null
  parts: readonly WatchedPart[]
}

const clockKinds = { 1: 'yellow', 2: 'red', 3: 'overdue' } as const
const coKinds = { 1: 'coYellow', 2: 'coRed', 3: 'coOverdue' } as const
const levels = [1, 2, 3] as const
const beforeDispatch: readonly TicketState[] = ['received', 'accepted', 'awaitingDispatch']

/** What the lead unit has still to do within a window; not while it disputes that the ticket is its own, nor while the limit stands still. */
const windowsOf = (state: TicketState, part: WatchedPart): PartMoment[] => {
  if (state !== 'dispatched' && state !== 'handling') return []
  const { signBy, signedAt, contactBy, contactedAt } = part
  return [
    ...(signBy && signedAt === null ? [{ kind: 'unsigned', level: 2, at: signBy, part } as const] : []),
    ...(contactBy && contactedAt === null ? [{ kind: 'uncontacted', level: 1, at: contactBy, part } as const] : []),
  ]
}

/** Of a sub-limit, until the co-handling unit has reported that it is done; a level above what was told. */
const subLimitOf = (part: WatchedPart, counting: Counting): PartMoment[] => {
  if (part.clock === null || part.answeredAt !== null) return []
  const told = Math.max(0, ...levels.filter((level) => part.told?.includes(coKinds[level])))
  return warnMoments(readClock(part.clock), counting)
    .filter(({ level }) => level > told)
    .map(({ level, at }) => ({ kind: coKinds[level], level, at, part }))
}

/** Warnings still to come for a ticket at a unit; what was told is not told again. Some may have passed while nothing was to be told. */
const toCome = ({ state, clock, warned, parts }: Warned, counting: Counting): Warning[] => {
  if (!clockedStates.includes(state) || clock === null) return []
  const ofClock = warnMoments(readClock(clock), counting)
    .filter(({ level }) => level > warned)
    .map(({ level, at }): Warning => ({ kind: clockKinds[level], level, at, part: null }))
  const ofParts = parts
    .flatMap((part) => [...windowsOf(state, part), ...subLimitOf(part, counting)])
    .filter(({ kind, part }) => part.told?.includes(kind) !== true)
  return [...ofClock, ...ofParts].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** When the clock worker must look at a ticket again; null: never, unless an act changes it. */
export const nextWarning = (ticket: Warned, counting: Counting): Date | null =>
  beforeDispatch.includes(ticket.state) ? ticket.warnAt : (toCome(ticket, counting)[0]?.at ?? null)

/** After how many waits the first, second and third telling of an undispatched ticket comes. */
const tellings = [1, 2, 4] as const

/**
 * The wait of a ticket that nobody has dispatched: told after one wait, after two, after four.
 * @internal exported for its test
 */
export const nextUndispatched = (warned: number, warnAt: Date, waitMs: number): Date | null => {
  const [last, next] = [tellings[warned - 1], tellings[warned]]
  return last === undefined || next === undefined ? null : new Date(warnAt.getTime() + (next - last) * waitMs)
}

/** The highest telling that is due, and when the next is; of several passed at once only that one is told. */
const undispatchedTold = (
  warned: number,
  at: Date,
  now: Date,
  waitMs: number,
): { level: 1 | 2 | 3; at: Date; next: Date | null } => {
  const level = levels[warned] ?? 3
  const next = nextUndispatched(level, at, waitMs)
  return next !== null && next <= now ? undispatchedTold(level, next, now, waitMs) : { level, at, next }
}

/**
 * When a ticket that nobody has dispatched is told of next, once it is as pressing as another wait says: counted from where its wait began.
 * Waits in ms; null where all was told.
 */
export const undispatchedAgain = (
  { warned, warnAt }: Pick<Warned, 'warned' | 'warnAt'>,
  { before, after }: { before: number; after: number },
): Date | null => {
  const waits = tellings[warned]
  return warnAt === null || waits === undefined ? warnAt : new Date(warnAt.getTime() + waits * (after - before))
}

/** The parts as they are once these warnings have been told. */
const partsTold = (parts: readonly WatchedPart[], tell: readonly Warning[]): WatchedPart[] =>
  parts.map((part) => {
    const kinds = tell.flatMap((warning) =>
      warning.part !== null && warning.part.id === part.id ? [warning.kind] : [],
    )
    return kinds.length === 0 ? part : { ...part, told: [...(part.told ?? []), ...kinds] }
  })

export interface DueWarnings {
  tell: Warning[]
  warned: number
  warnAt: Date | null
  /** With what is told now noted on them. */
  parts: readonly WatchedPart[]
}

/**
 * What is to be told now, and how the ticket stands afterwards. Of several levels of a clock passed at once only the highest is told.
 * `waitMs`: the dispatch wait of the ticket's urgency.
 */
export const dueWarnings = (ticket: Warned, now: Date, waitMs: number, counting: Counting): DueWarnings => {
  const { parts } = ticket
  if (ticket.warnAt === null || ticket.warnAt > now)
    return { tell: [], warned: ticket.warned, warnAt: ticket.warnAt, parts }
  if (beforeDispatch.includes(ticket.state)) {
    const told = undispatchedTold(ticket.warned, ticket.warnAt, now, waitMs)
    const tell: Warning = { kind: 'undispatched', level: told.level, at: told.at, part: null }
    return { tell: [tell], warned: told.level, warnAt: told.next, parts }
  }
  const due = toCome(ticket, counting).filter(({ at }) => at <= now)
  const highest = due.findLast(({ part }) => part === null)
  const warned = highest?.level ?? ticket.warned
  const ofParts = due.filter(
    ({ part, level }) =>
      part !== null && (part.clock === null || !due.some((other) => other.part === part && other.level > level)),
  )
  const tell = [...ofParts, ...(highest ? [highest] : [])]
  const told = partsTold(parts, tell)
  return { tell, warned, warnAt: nextWarning({ ...ticket, warned, parts: told }, counting), parts: told }
}
