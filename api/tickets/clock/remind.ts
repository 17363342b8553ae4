import type { Tx } from '../../../db/db.ts'
import { record } from '../../audit/record.ts'
import type { Counting } from '../../clocks/clocks.types.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { ticketDeskNote } from '../../notices/desk-note.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { Job } from '../../platform/jobs.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { atUnit, type TicketState } from '../../vocabulary/ticket.ts'
import { iso } from '../reading/ticket.view.ts'
import type { TicketSettings } from '../ticket.settings.ts'
import { activeAssignments, findTicketRow, type Ticket, type TicketPatch } from '../tickets.store.ts'
import { noteExtensionReminded, pendingExtension } from '../units/requests.store.ts'
import { dueToRemind, markReminded } from './remind.store.ts'
import { dueReminders, nextReminder, waitingAfter, type Reminder, type Waiting } from './wait.rules.ts'

interface RemindDeps {
  counting: Counting
  settings: TicketSettings
}

const page = 100
const everyMs = 5 * 60_000
const actor = systemActor('clock')
const mayBeExtended: readonly TicketState[] = [...atUnit, 'returnRequested', 'paused']

const rulesOf = ({ counting, settings: { remindAfter } }: RemindDeps) => ({ counting, remindAfter })

const pendingIn = async (tx: Tx, ticketId: string, state: TicketState) =>
  mayBeExtended.includes(state) ? ((await pendingExtension(tx, ticketId)) ?? null) : null

const since = (ticket: Pick<Ticket, 'stateSince' | 'createdAt'>) => ticket.stateSince ?? ticket.createdAt

/**
 * Whom a ticket waits for once an act has changed it, and when they are reminded. Part of every change, so that no act can forget it; `mayWait`:
 * a request for more time may be waiting beside it.
 */
export const reminderPatch = async (
  tx: Tx,
  deps: RemindDeps,
  before: Ticket,
  after: Pick<Ticket, 'state' | 'dueAt' | 'leadUnitId'> & { mayWait: boolean },
  now: Date,
): Promise<Pick<TicketPatch, 'stateSince' | 'reminded' | 'remindAt'>> => {
  const waiting = waitingAfter({ ...before, stateSince: since(before) }, after, now)
  const extension = after.mayWait ? await pendingIn(tx, before.id, after.state) : null
  const { stateSince, reminded } = waiting
  return { stateSince, reminded, remindAt: nextReminder({ ...waiting, extension }, rulesOf(deps)) }
}

/** The first reminder of a ticket that is opened. */
export const firstReminder = (deps: RemindDeps, state: TicketState, now: Date): Date | null =>
  nextReminder({ state, stateSince: now, dueAt: null, reminded: 0, extension: null }, rulesOf(deps))

const tell = async (deps: WriteDeps, tx: Tx, ticket: Ticket, reminders: readonly Reminder[]) => {
  const parts = (await activeAssignments(tx, ticket.id)).map(({ unitPath, role }) => ({
    unitPath,
    role,
    own: false,
    byTicketLimit: false,
  }))
  const { number, state } = ticket
  await record(tx, deps, actor, {
    timeline: reminders.map(({ kind, count, at }) => ({
      ticketId: ticket.id,
      type: 'warned',
      visibility: 'unit' as const,
      data: { kind, level: count, at: at.toISOString() },
    })),
    audit: [],
    live: reminders.map(({ kind, count }) =>
      ticketDeskNote(deskNotices[kind], ticket, { number, state, level: count, dueAt: iso(ticket.dueAt), parts }),
    ),
  })
}

const remindOne = (deps: WriteDeps & RemindDeps, id: string) =>
  deps.db.tx(async (tx) => {
    const ticket = await findTicketRow(tx, id)
    const now = deps.clock.now()
    const extension = await pendingIn(tx, id, ticket.state)
    const waiting: Waiting = { ...ticket, stateSince: since(ticket), extension }
    const { tell: reminders, after } = dueReminders(waiting, now, rulesOf(deps))
    const remindAt = nextReminder(after, rulesOf(deps))
    if (!(await markReminded(tx, ticket, { reminded: after.reminded, remindAt }))) return false
    if (extension && after.extension && after.extension.reminded !== extension.reminded)
      await noteExtensionReminded(tx, extension.id, after.extension.reminded)
    if (reminders.length > 0) await tell(deps, tx, ticket, reminders)
    return true
  })

/**
 * Reminds whoever owes the next step of a ticket, and later somebody else as well (see `waits.table.ts`): each ticket in a transaction of its own,
 * in small pages until none is due. What was told is noted with it, so that it is told once, whatever happens to the process.
 */
const remind = (deps: WriteDeps & RemindDeps) => async (): Promise<number> => {
  let count = 0
  const skipped: string[] = []
  for (;;) {
    const ids = await dueToRemind(deps.db, deps.clock.now(), page, skipped)
    if (ids.length === 0) return count
    for (const id of ids) {
      // Somebody acting at this moment has set the next look themselves; a fault must not stop the others.
      const done = await remindOne(deps, id).catch((error: unknown) => {
        deps.log.error({ err: error, ticket: id }, 'reminder')
        return false
      })
      if (done) count++
      else if (skipped.push(id) >= page) return count
    }
  }
}

export const remindJob = (deps: WriteDeps & RemindDeps): Job => ({ name: 'tickets.remind', everyMs, run: remind(deps) })
