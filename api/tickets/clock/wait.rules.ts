import { addCountedMs } from '../../clocks/working-time.ts'
import type { Counting } from '../../clocks/clocks.types.ts'
import { isOpen, type TicketState, type WaitKind } from '../../vocabulary/ticket.ts'
import type { TicketSettings } from '../ticket.settings.ts'
import { extensionWait, waits } from '../../notices/waits.table.ts'

/** What is known of a ticket's waiting. */
export interface Waiting {
  state: TicketState
  /** When it came into its state. */
  stateSince: Date
  dueAt: Date | null
  /** Reminders that were due in this wait so far. */
  reminded: number
  /** A request for more time that nobody has decided; null: none. */
  extension: { createdAt: Date; reminded: number } | null
}

/** A reminder to be told, the `count`th of its wait. */
export interface Reminder {
  kind: WaitKind
  count: number
  at: Date
}

/** What reminders go by. */
export interface WaitRules {
  remindAfter: TicketSettings['remindAfter']
  counting: Counting
}

const dayMs = 86_400_000

/** The `count`th reminder of a wait: after its working days, and again after as many. */
const momentOf = (kind: WaitKind, since: Date, count: number, { remindAfter, counting }: WaitRules) =>
  addCountedMs('wd', since, remindAfter[kind] * count * dayMs, counting)

/** From when the ticket's own wait counts. */
const sinceOf = ({ state, stateSince, dueAt }: Pick<Waiting, 'state' | 'stateSince' | 'dueAt'>) =>
  isOpen(state) && waits[state].since === 'due' && dueAt !== null && dueAt > stateSince ? dueAt : stateSince

const ownWait = (waiting: Waiting) =>
  isOpen(waiting.state) ? [{ kind: waits[waiting.state].kind, since: sinceOf(waiting), told: waiting.reminded }] : []
const besides = ({ extension }: Waiting) =>
  extension === null ? [] : [{ kind: extensionWait.kind, since: extension.createdAt, told: extension.reminded }]

/** When somebody is reminded next; null: nobody owes anything. */
export const nextReminder = (waiting: Waiting, rules: WaitRules): Date | null => {
  const moments = [...ownWait(waiting), ...besides(waiting)].map(({ kind, since, told }) =>
    momentOf(kind, since, told + 1, rules).getTime(),
  )
  return moments.length === 0 ? null : new Date(Math.min(...moments))
}

/** The reminder of a wait that is due by now, if one is; of several missed at once only the last is told. */
export const reminderDue = (
  now: Date,
  wait: { kind: WaitKind; since: Date; told: number },
  rules: WaitRules,
): Reminder | null => {
  let reminder: Reminder | null = null
  let at = momentOf(wait.kind, wait.since, wait.told + 1, rules)
  for (let count = wait.told + 1; at <= now; count++) {
    reminder = { kind: wait.kind, count, at }
    at = momentOf(wait.kind, at, 1, rules)
  }
  return reminder
}

/** What is to be told now, and how the ticket stands afterwards. */
export const dueReminders = (waiting: Waiting, now: Date, rules: WaitRules): { tell: Reminder[]; after: Waiting } => {
  const own = ownWait(waiting).flatMap((wait) => reminderDue(now, wait, rules) ?? [])
  const beside = besides(waiting).flatMap((wait) => reminderDue(now, wait, rules) ?? [])
  const { extension } = waiting
  return {
    tell: [...own, ...beside],
    after: {
      ...waiting,
      reminded: own[0]?.count ?? waiting.reminded,
      extension: extension && { ...extension, reminded: beside[0]?.count ?? extension.reminded },
    },
  }
}

/** The waiting of a ticket once an act has made another of it: counted anew with another state, another lead unit or another due time. */
export const waitingAfter = (
  before: Omit<Waiting, 'extension'> & { leadUnitId: string | null },
  after: Pick<Waiting, 'state' | 'dueAt'> & { leadUnitId: string | null },
  now: Date,
): Omit<Waiting, 'extension'> => {
  const moved = after.state !== before.state || after.leadUnitId !== before.leadUnitId
  const next = { state: after.state, dueAt: after.dueAt, stateSince: moved ? now : before.stateSince }
  const anew = moved || sinceOf(next).getTime() !== sinceOf(before).getTime()
  return { ...next, reminded: anew ? 0 : before.reminded }
}
