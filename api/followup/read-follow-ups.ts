import { z } from 'zod'
import type { StaffActor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import { toTicketCitizen } from '../citizens/ticket-citizen.ts'
import type { Deps } from '../platform/deps.ts'
import { pageQuery, openPage } from '../platform/page.ts'
import { countBound } from '../tickets/reading/read-lists.ts'
import { iso, listItem, unitRef, type ViewDeps } from '../tickets/reading/ticket.view.ts'
import { FollowUpDto, type FollowUpCountsDto, type FollowUpPage } from './followup.dto.ts'
import { countFollowUps, listFollowUps, loadFollowUp } from './followup.store.ts'

const followUpViews = ['open', 'calling', 'dissatisfied', 'done'] as const

export const FollowUpQuery = z.strictObject({
  view: z.enum(followUpViews).default('open').describe('Which part of the follow-up desk'),
  ...pageQuery(50, 100),
})

/** What the desk's reads need. */
export interface FollowUpReadDeps extends ViewDeps, Pick<Deps, 'db' | 'clock'> {}

type Row = Awaited<ReturnType<typeof loadFollowUp>>

const toDto = (deps: FollowUpReadDeps, { followUp, ticket, citizen }: Row, now: Date): FollowUpDto =>
  FollowUpDto.parse({
    ...followUp,
    ticket: listItem(deps, ticket, now),
    unit: unitRef(deps, followUp.unitId),
    citizen: toTicketCitizen(citizen),
    claimedBy:
      followUp.claimedBy === null
        ? null
        : { id: followUp.claimedBy, name: deps.directory.staffById(followUp.claimedBy)?.name ?? '' },
    lastAttemptAt: iso(followUp.lastAttemptAt),
    createdAt: iso(followUp.createdAt),
    expiresAt: iso(followUp.expiresAt),
    doneAt: iso(followUp.doneAt),
  })

/** The follow-up desk: who is being asked, who is to be called, who is dissatisfied and waits for a supervisor. Needs `followUp.desk`. */
export const listFollowUpPage =
  (deps: FollowUpReadDeps) =>
  async (actor: StaffActor, { view, cursor, size }: z.output<typeof FollowUpQuery>): Promise<FollowUpPage> => {
    demand(actor, 'followUp.desk')
    const page = openPage('followUps', { view }, { cursor, size })
    const rows = await listFollowUps(deps.db, actor, { view, after: page.after, size })
    const open = view === 'open' || view === 'calling'
    const { items, next } = page.cut(rows, ({ followUp }) => ({
      at: open ? followUp.expiresAt : (followUp.doneAt ?? followUp.expiresAt),
      id: followUp.id,
    }))
    const now = deps.clock.now()
    return { items: items.map((row) => toDto(deps, row, now)), next }
  }

/** The numbers beside the views of what is to be done. Needs `followUp.desk`. */
export const countFollowUpViews =
  (deps: FollowUpReadDeps) =>
  async (actor: StaffActor): Promise<FollowUpCountsDto> => {
    demand(actor, 'followUp.desk')
    const [open, calling, dissatisfied] = await Promise.all([
      countFollowUps(deps.db, actor, 'open', countBound),
      countFollowUps(deps.db, actor, 'calling', countBound),
      countFollowUps(deps.db, actor, 'dissatisfied', countBound),
    ])
    return { bound: countBound, counts: { open, calling, dissatisfied } }
  }

/** One follow-up. Throws `follow-up.not-found`. */
export const readFollowUp =
  (deps: FollowUpReadDeps) =>
  async (actor: StaffActor, id: string): Promise<FollowUpDto> => {
    demand(actor, 'followUp.desk')
    return toDto(deps, await loadFollowUp(deps.db, actor, id), deps.clock.now())
  }
