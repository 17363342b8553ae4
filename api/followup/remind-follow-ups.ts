import type { Counting } from '../clocks/clocks.types.ts'
import { record } from '../audit/record.ts'
import { ticketDeskNote } from '../notices/desk-note.ts'
import { deskNotices } from '../notices/desk.notices.ts'
import { supervisorWaits, waits } from '../notices/waits.table.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Job } from '../platform/jobs.ts'
import { reminderDue, type Reminder } from '../tickets/clock/wait.rules.ts'
import type { TicketSettings } from '../tickets/ticket.settings.ts'
import { findTicketRow } from '../tickets/tickets.ts'
import { systemActor } from '../vocabulary/actor.ts'
import { markReminded, waitingBeside } from './followup.store.ts'
import type { FollowUp } from './followup.types.ts'

interface RemindDeps extends WriteDeps {
  counting: Counting
  settings: Pick<TicketSettings, 'remindAfter'>
}

const page = 100
const everyMs = 15 * 60_000
const actor = systemActor('followUp')
const kinds = ['check', 'decision', 'call'] as const

/** Who is waited for, and since when. A result that may not stand is looked at before anything is decided on it. */
const waitOf = ({ check, decision, doneAt, createdAt }: FollowUp) => {
  if (check === 'pending') return { kind: supervisorWaits.check.kind, since: doneAt ?? createdAt }
  if (decision === 'pending') return { kind: supervisorWaits.decision.kind, since: doneAt ?? createdAt }
  return { kind: waits.awaitingFollowUp.kind, since: createdAt }
}

const remindOne = (deps: RemindDeps, seen: FollowUp, { kind, count, at }: Reminder) =>
  deps.db.tx(async (tx) => {
    if (!(await markReminded(tx, seen, count))) return false
    const ticket = await findTicketRow(tx, seen.ticketId)
    const { number, state } = ticket
    await record(tx, deps, actor, {
      timeline: [
        {
          ticketId: ticket.id,
          type: 'warned',
          visibility: 'hotline',
          data: { kind, level: count, at: at.toISOString(), followUpId: seen.id },
        },
      ],
      audit: [],
      live: [ticketDeskNote(deskNotices[kind], ticket, { number, state, level: count, dueAt: null, parts: [] })],
    })
    return true
  })

/**
 * Reminds whoever owes something of a follow-up while its ticket waits for nobody: supervisors of what they have to decide or to look at, and the
 * desk of those to be rung whose request was merged. The ticket's own wait is reminded of by `tickets/clock/remind.ts`.
 */
const remindFollowUps = (deps: RemindDeps) => async (): Promise<number> => {
  const rules = { counting: deps.counting, remindAfter: deps.settings.remindAfter }
  let count = 0
  for (const kind of kinds) {
    for (let last = ''; ;) {
      const rows = await waitingBeside(deps.db, kind, last, page)
      for (const row of rows) {
        const due = reminderDue(deps.clock.now(), { ...waitOf(row), told: row.reminded }, rules)
        if (due && (await remindOne(deps, row, due))) count++
      }
      const end = rows.at(-1)
      if (end === undefined || rows.length < page) break
      last = end.id
    }
  }
  return count
}

export const remindFollowUpsJob = (deps: RemindDeps): Job => ({
  name: 'followUp.remind',
  everyMs,
  run: remindFollowUps(deps),
})
