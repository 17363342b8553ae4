import { z } from 'zod'
import type { Read } from '../../db/db.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import { toTicketCitizen } from '../citizens/ticket-citizen.ts'
import type { Deps } from '../platform/deps.ts'
import { pageQuery, openPage } from '../platform/page.ts'
import { countBound } from '../tickets/reading/read-lists.ts'
import { iso, listItem, unitRef, type ViewDeps } from '../tickets/reading/ticket.view.ts'
import { FollowUpDto, type FollowUpCountsDto, type FollowUpPage } from './followup.dto.ts'
import { attemptsOf } from './calls/attempts.store.ts'
import { ownCallsOf, recordingsOfCalls, type OwnCall } from './calls/own-calls.store.ts'
import { answersByIds, countFollowUps, listFollowUps, loadFollowUp } from './followup.store.ts'

const followUpViews = ['open', 'calling', 'dissatisfied', 'unproven', 'done'] as const

export const FollowUpQuery = z.strictObject({
  view: z.enum(followUpViews).default('open').describe('Which part of the follow-up desk'),
  ...pageQuery(50, 100),
})

/** What the desk's reads need. */
export interface FollowUpReadDeps extends ViewDeps, Pick<Deps, 'db' | 'clock'> {}

type Row = Awaited<ReturnType<typeof loadFollowUp>>

/** What hangs on the rounds of a page: their answers, tries, calls and recordings, each read once. */
const loadParts = async (db: Read, rows: readonly Row[]) => {
  const ids = rows.map(({ followUp }) => followUp.id)
  const [answers, attempts, calls] = await Promise.all([
    answersByIds(
      db,
      rows.flatMap(({ followUp }) => followUp.answerId ?? []),
    ),
    attemptsOf(db, ids),
    ownCallsOf(db, ids),
  ])
  const recordings = await recordingsOfCalls(
    db,
    calls.map(({ id }) => id),
  )
  return { answers: new Map(answers.map((row) => [row.id, row])), attempts, calls, recordings }
}
type Parts = Awaited<ReturnType<typeof loadParts>>

const callDto = ({ recordings }: Parts, call: OwnCall) => ({
  id: call.id,
  state: call.endedAt === null ? 'running' : call.answeredAt === null ? 'missed' : 'talked',
  startedAt: iso(call.startedAt),
  seconds:
    call.answeredAt && call.endedAt
      ? Math.max(0, Math.round((call.endedAt.getTime() - call.answeredAt.getTime()) / 1_000))
      : null,
  recordings: recordings
    .filter(({ callId }) => callId === call.id)
    .map(({ id, durationSeconds, sha256 }) => ({ id, durationSeconds, stored: sha256 !== null })),
})

const staffName = ({ directory }: FollowUpReadDeps, id: string | null) =>
  id === null ? null : { id, name: directory.staffById(id)?.name ?? '' }

const triesDto = (deps: FollowUpReadDeps, parts: Parts, followUpId: string) => {
  const own = parts.calls.filter((call) => call.followUpId === followUpId)
  const tries = parts.attempts.filter((attempt) => attempt.followUpId === followUpId)
  const used = new Set(tries.map(({ callId }) => callId))
  const next = own.find(({ id }) => !used.has(id))
  return {
    call: next ? callDto(parts, next) : null,
    tries: tries.map((attempt) => {
      const call = own.find(({ id }) => id === attempt.callId)
      return {
        ...attempt,
        at: iso(attempt.at),
        by: staffName(deps, attempt.by),
        call: call ? callDto(parts, call) : null,
        checkedBy: staffName(deps, attempt.checkedBy),
        checkedAt: iso(attempt.checkedAt),
      }
    }),
  }
}

const toDto = (deps: FollowUpReadDeps, { followUp, ticket, citizen }: Row, parts: Parts, now: Date): FollowUpDto => {
  const answer = followUp.answerId === null ? undefined : parts.answers.get(followUp.answerId)
  return FollowUpDto.parse({
    ...followUp,
    ...triesDto(deps, parts, followUp.id),
    ticket: listItem(deps, ticket, now),
    unit: unitRef(deps, followUp.unitId),
    citizen: toTicketCitizen(citizen),
    answer: answer ? { ...answer, unit: unitRef(deps, answer.unitId), at: iso(answer.reviewedAt) } : null,
    claimedBy: staffName(deps, followUp.claimedBy),
    lastAttemptAt: iso(followUp.lastAttemptAt),
    createdAt: iso(followUp.createdAt),
    expiresAt: iso(followUp.expiresAt),
    doneAt: iso(followUp.doneAt),
  })
}

/** The follow-up desk: who is being asked, who is to be called, who is dissatisfied and waits for a supervisor. Needs `followUp.desk`. */
export const listFollowUpPage =
  (deps: FollowUpReadDeps) =>
  async (actor: StaffActor, { view, cursor, size }: z.output<typeof FollowUpQuery>): Promise<FollowUpPage> => {
    demand(actor, 'followUp.desk')
    const page = openPage('followUps', { view }, { cursor, size })
    const rows = await listFollowUps(deps.db.lists, actor, { view, after: page.after, size })
    const open = view === 'open' || view === 'calling'
    const { items, next } = page.cut(rows, ({ followUp }) => ({
      at: open ? followUp.expiresAt : (followUp.doneAt ?? followUp.expiresAt),
      id: followUp.id,
    }))
    const now = deps.clock.now()
    const parts = await loadParts(deps.db, items)
    return { items: items.map((row) => toDto(deps, row, parts, now)), next }
  }

/** The numbers beside the views of what is to be done. Needs `followUp.desk`. */
export const countFollowUpViews =
  (deps: FollowUpReadDeps) =>
  async (actor: StaffActor): Promise<FollowUpCountsDto> => {
    demand(actor, 'followUp.desk')
    const [open, calling, dissatisfied, unproven] = await Promise.all([
      countFollowUps(deps.db.lists, actor, 'open', countBound),
      countFollowUps(deps.db.lists, actor, 'calling', countBound),
      countFollowUps(deps.db.lists, actor, 'dissatisfied', countBound),
      countFollowUps(deps.db.lists, actor, 'unproven', countBound),
    ])
    return { bound: countBound, counts: { open, calling, dissatisfied, unproven } }
  }

/** One follow-up. Throws `follow-up.not-found`. */
export const readFollowUp =
  (deps: FollowUpReadDeps) =>
  async (actor: StaffActor, id: string): Promise<FollowUpDto> => {
    demand(actor, 'followUp.desk')
    const row = await loadFollowUp(deps.db, actor, id)
    return toDto(deps, row, await loadParts(deps.db, [row]), deps.clock.now())
  }
