import type { Tx } from '../../../db/db.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import type { Counting } from '../../clocks/clocks.types.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { Job } from '../../platform/jobs.ts'
import { record } from '../../audit/record.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { ticketDeskNote } from '../../notices/desk-note.ts'
import type { WarningFacts } from '../../notices/desk-notice.types.ts'
import { patchAssignment } from '../units/assignments.store.ts'
import { dispatchWaitMs, type TicketSettings } from '../ticket.settings.ts'
import { activeAssignments, findTicketRow, type Ticket } from '../tickets.store.ts'
import { iso } from '../reading/ticket.view.ts'
import { dueToWarn, markWarned } from './warn-due.store.ts'
import { dueWarnings, type Warning, type WatchedPart } from './warn.rules.ts'

export interface WarnDeps extends WriteDeps {
  counting: Counting
  settings: TicketSettings
}

const page = 200
const everyMs = 30_000
const actor = systemActor('clock')

/** What a warning's notice needs to know; see the table of desk notices for who hears it. */
const factsOf = ({ level, part }: Warning, ticket: Ticket, parts: readonly WatchedPart[]): WarningFacts => ({
  number: ticket.number,
  state: ticket.state,
  level,
  dueAt: iso(part ? part.dueAt : ticket.dueAt),
  parts: parts.map(({ id, unitPath, role, clock, answeredAt }) => ({
    unitPath,
    role,
    own: id === part?.id,
    byTicketLimit: clock === null && answeredAt === null,
  })),
})

const tell = async (deps: WarnDeps, tx: Tx, ticket: Ticket, parts: readonly WatchedPart[], warnings: Warning[]) => {
  await record(tx, deps, actor, {
    timeline: warnings.map(({ kind, level, at, part }) => ({
      ticketId: ticket.id,
      type: 'warned',
      visibility: 'unit' as const,
      data: { kind, level, at: at.toISOString(), ...(part?.role === 'co' ? { unitId: part.unitId } : {}) },
    })),
    audit: [],
    live: warnings.map((one) => ticketDeskNote(deskNotices[one.kind], ticket, factsOf(one, ticket, parts))),
  })
}

const warnOne = (deps: WarnDeps, id: string) =>
  deps.db.tx(async (tx) => {
    const ticket = await findTicketRow(tx, id)
    const now = deps.clock.now()
    const { state, clock, warned, warnAt } = ticket
    const parts: readonly WatchedPart[] = await activeAssignments(tx, id)
    const due = dueWarnings(
      { state, clock, warned, warnAt, parts },
      now,
      dispatchWaitMs(deps.settings, ticket),
      deps.counting,
    )
    if (!(await markWarned(tx, ticket, { warned: due.warned, warnAt: due.warnAt }))) return false
    for (const part of due.parts) if (!parts.includes(part)) await patchAssignment(tx, part.id, { told: part.told })
    if (due.tell.length > 0) await tell(deps, tx, ticket, parts, due.tell)
    return true
  })

/**
 * Tells whom it concerns that work falls due: a limit or sub-limit at yellow, red and overdue, a ticket not signed or its citizen not
 * contacted within the window, a request that nobody dispatched. By the stored times only, each ticket in a transaction of its own, in
 * pages until none is due.
 */
const warnDue = (deps: WarnDeps) => async (): Promise<number> => {
  let count = 0
  const skipped: string[] = []
  for (;;) {
    const ids = await dueToWarn(deps.db, deps.clock.now(), page, skipped)
    if (ids.length === 0) return count
    for (const id of ids) {
      // Somebody acting at this moment has set the next look themselves; a fault must not stop the others.
      const done = await warnOne(deps, id).catch((error: unknown) => {
        deps.log.error({ err: error, ticket: id }, 'clock warning')
        return false
      })
      if (done) count++
      else if (skipped.push(id) >= page) return count
    }
  }
}

export const warnDueJob = (deps: WarnDeps): Job => ({ name: 'tickets.warnDue', everyMs, run: warnDue(deps) })
