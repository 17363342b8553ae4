import { sql } from 'drizzle-orm'
import type { PartWarning } from '../../api/vocabulary/ticket.ts'
import { actorKinds } from '../../api/vocabulary/actor.ts'
import { kinds, urgencies } from '../../api/vocabulary/catalogue.ts'
import { channels } from '../../api/vocabulary/contact.ts'
import { dangers } from '../../api/vocabulary/danger.ts'
import {
  answerStates,
  assignmentRoles,
  assignmentEnds,
  assignmentStates,
  closeReasons,
  deciders,
  extensionStates,
  returnStates,
  ticketStates,
  visibilities,
  whyUnits,
} from '../../api/vocabulary/ticket.ts'
import type { ClockJson } from '../../api/clocks/clock.json.ts'
import type { Leaving } from '../../api/tickets/undo/leaving.types.ts'
import type { TicketClock } from '../../api/tickets/clock/ticket-clock.types.ts'
import type { Proposal } from '../../api/triage/triage.types.ts'
import type { Columns } from '../columns.ts'
import { holdingIndexes, listIndexes } from './list-indexes.ts'

/** Tickets and what hangs on them. Due times are stored fields; nothing derives from `updatedAt`. */
export const ticketTables = (c: Columns) => ({
  ticket: c.table(
    'ticket',
    {
      id: c.id(),
      number: c.text().notNull(),
      state: c.listed(ticketStates).notNull(),
      /** State to go back to from returnRequested or paused. */
      stateBefore: c.listed(ticketStates),
      kind: c.listed(kinds),
      matterCode: c.text(),
      urgency: c.listed(urgencies).notNull(),
      /** Danger kind, when the words of the request warn of one. */
      danger: c.listed(dangers),
      title: c.text().notNull(),
      request: c.text().notNull(),
      channel: c.listed(channels).notNull(),
      lineId: c.text(),
      contactId: c.text(),
      citizenId: c.text().notNull(),
      confidential: c.bool().notNull(),
      replyWanted: c.bool().notNull(),
      place: c.text(),
      districtId: c.text(),
      streetId: c.text(),
      lat: c.real(),
      lon: c.real(),
      /** The unit complained of; with a violation report neither it nor anything under it ever sees the ticket (JN 32). */
      respondentUnitId: c.text(),
      leadUnitId: c.text(),
      /** Why this unit: matterUnit, streetOfPlace, districtOfPlace, designated, chosen. */
      whyUnit: c.listed(whyUnits),
      /** A designated unit may not return the ticket (WF 22). */
      designated: c.bool().notNull(),
      acceptedAt: c.instant(),
      dispatchedAt: c.instant(),
      answeredAt: c.instant(),
      closedAt: c.instant(),
      dueAt: c.instant(),
      /** `dueAt`, or the far future where no clock runs, so that lists sort by clock without nulls. */
      dueSort: c.instant().notNull(),
      clock: c.json<TicketClock>(),
      /** 0 none, 1 yellow told, 2 red told, 3 overdue told. */
      warned: c.int().notNull(),
      /** When the clock worker must look at it next. */
      warnAt: c.instant(),
      /** When it came into its state; null: before that was noted. */
      stateSince: c.instant(),
      /** Reminders that were due in its present wait. */
      reminded: c.int().notNull().default(0),
      /** When whoever it waits for is reminded next. */
      remindAt: c.instant(),
      closeReason: c.listed(closeReasons),
      outcome: c.text(),
      redoCount: c.int().notNull(),
      returnCount: c.int().notNull(),
      urgeCount: c.int().notNull(),
      extensionCount: c.int().notNull(),
      supervised: c.bool().notNull(),
      mainTicketId: c.text(),
      /** An act that was decided and may still be taken back; null: nothing is on its way out. */
      leaving: c.json<Leaving>(),
      proposal: c.json<Proposal>(),
      /** person, threshold: who settled matter and unit (PIPL 24: stored). */
      decidedBy: c.listed(deciders),
      createdBy: c.text().notNull(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
      searchText: c.text().notNull(),
      /** What units search where somebody asked confidentially, in it or in what was merged into it: the same without what tells who. Null: nobody did, or it is not made yet. */
      unitSearchText: c.text(),
      /** When its words and its place went, by the rules of retention; its figures stay. */
      erasedAt: c.instant(),
      version: c.int().notNull(),
    },
    (t) => [
      c.unique('ticket_number_idx').on(t.number),
      c
        .index('ticket_old_idx')
        .on(t.erasedAt, t.closedAt, t.id)
        .where(sql`closed_at is not null`),
      c.index('ticket_due_idx').on(t.dueSort, t.id),
      c.index('ticket_created_idx').on(t.createdAt, t.id),
      c.index('ticket_updated_idx').on(t.updatedAt, t.id),
      c.index('ticket_citizen_idx').on(t.citizenId, t.createdAt),
      c.index('ticket_matter_idx').on(t.matterCode, t.createdAt),
      c.index('ticket_street_idx').on(t.streetId, t.createdAt),
      c.index('ticket_warn_idx').on(t.warnAt),
      c.index('ticket_remind_idx').on(t.remindAt),
      c.index('ticket_main_idx').on(t.mainTicketId),
      c
        .index('ticket_accusing_merged_idx')
        .on(t.respondentUnitId)
        .where(sql`main_ticket_id is not null`),
      ...listIndexes(c, t),
    ],
  ),
  assignment: c.table(
    'assignment',
    {
      id: c.id(),
      ticketId: c.text().notNull(),
      unitId: c.text().notNull(),
      unitPath: c.text().notNull(),
      role: c.listed(assignmentRoles).notNull(),
      /** 0 the first dispatch, then one more for each redo or re-dispatch. */
      round: c.int().notNull(),
      /** active, ended (answered, returned or replaced). */
      state: c.listed(assignmentStates).notNull(),
      designated: c.bool().notNull(),
      instruction: c.text(),
      dispatchedAt: c.instant().notNull(),
      dispatchedBy: c.text().notNull(),
      signBy: c.instant(),
      signedAt: c.instant(),
      signedBy: c.text(),
      contactBy: c.instant(),
      contactedAt: c.instant(),
      /** Until when the lead unit may apply to return the ticket; null: as long as it has it. */
      returnBy: c.instant(),
      dueAt: c.instant(),
      /** The sub-limit of a co-handling unit that was given one; null: it goes by the ticket's limit. */
      clock: c.json<ClockJson>(),
      /** The warnings of this assignment that were told; null: none. */
      told: c.json<PartWarning[]>(),
      answeredAt: c.instant(),
      endedAt: c.instant(),
      endReason: c.listed(assignmentEnds),
    },
    (t) => [
      c.index('assignment_ticket_idx').on(t.ticketId, t.state),
      c.index('assignment_unit_idx').on(t.unitPath, t.state, t.ticketId),
      c.index('assignment_dispatched_idx').on(t.dispatchedAt),
    ],
  ),
  /**
   * Which tickets stand in a unit's lists: a row for every unit below the root under which somebody has a ticket (see `inHands`). Beside it what
   * its lists go by, as the ticket has it.
   */
  holding: c.table(
    'holding',
    {
      unitId: c.text().notNull(),
      ticketId: c.text().notNull(),
      /** Whether the lead unit is this one or below it now. */
      led: c.bool().notNull(),
      state: c.listed(ticketStates).notNull(),
      closedAt: c.instant(),
      dueSort: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
      createdAt: c.instant().notNull(),
      kind: c.listed(kinds),
      urgency: c.listed(urgencies).notNull(),
      channel: c.listed(channels).notNull(),
      matterCode: c.text(),
      danger: c.listed(dangers),
      supervised: c.bool().notNull(),
      respondentUnitId: c.text(),
    },
    (t) => [c.unique('holding_ticket_idx').on(t.ticketId, t.unitId), ...holdingIndexes(c, t)],
  ),
  timelineEntry: c.table(
    'timeline_entry',
    {
      id: c.id(),
      ticketId: c.text().notNull(),
      at: c.instant().notNull(),
      /** A ticket action, or `created`, `messageIn`, `messageOut`, `callEnded`, `warned`, `followUpAsked`, `followUpAnswered` … */
      type: c.text().notNull(),
      actorKind: c.listed(actorKinds).notNull(),
      actorId: c.text().notNull(),
      actorName: c.text().notNull(),
      unitId: c.text(),
      /** citizen (everybody may see it), unit, hotline. */
      visibility: c.listed(visibilities).notNull(),
      text: c.text(),
      data: c.json<Record<string, unknown>>().notNull(),
    },
    (t) => [c.index('timeline_entry_ticket_idx').on(t.ticketId, t.at, t.id)],
  ),
  returnRequest: c.table(
    'return_request',
    {
      id: c.id(),
      ticketId: c.text().notNull(),
      assignmentId: c.text().notNull(),
      unitId: c.text().notNull(),
      reason: c.text().notNull(),
      basis: c.text().notNull(),
      suggestedUnitId: c.text(),
      /** pending, upheld, rejected. */
      state: c.listed(returnStates).notNull(),
      createdAt: c.instant().notNull(),
      createdBy: c.text().notNull(),
      decidedAt: c.instant(),
      decidedBy: c.text(),
      note: c.text(),
    },
    (t) => [
      c.index('return_request_ticket_idx').on(t.ticketId),
      c.index('return_request_state_idx').on(t.state, t.createdAt),
    ],
  ),
  extension: c.table(
    'extension',
    {
      id: c.id(),
      ticketId: c.text().notNull(),
      unitId: c.text().notNull(),
      reason: c.text().notNull(),
      workingDays: c.int().notNull(),
      /** pending, approved, refused. */
      state: c.listed(extensionStates).notNull(),
      /** The due time that the request names; once granted, the one that was replaced. */
      oldDueAt: c.instant().notNull(),
      newDueAt: c.instant(),
      createdAt: c.instant().notNull(),
      createdBy: c.text().notNull(),
      decidedAt: c.instant(),
      decidedBy: c.text(),
      /** Reminders of its decision that were due. */
      reminded: c.int().notNull().default(0),
      note: c.text(),
    },
    (t) => [c.index('extension_ticket_idx').on(t.ticketId), c.index('extension_state_idx').on(t.state, t.createdAt)],
  ),
  answer: c.table(
    'answer',
    {
      id: c.id(),
      ticketId: c.text().notNull(),
      assignmentId: c.text(),
      unitId: c.text().notNull(),
      round: c.int().notNull(),
      /** What the unit tells the citizen (答复). */
      text: c.text().notNull(),
      /** What the unit tells the hotline (反馈). */
      result: c.text().notNull(),
      /** Null: none. */
      attachmentIds: c.json<string[]>(),
      /** submitted, passed, sentBack. */
      state: c.listed(answerStates).notNull(),
      createdAt: c.instant().notNull(),
      createdBy: c.text().notNull(),
      reviewedAt: c.instant(),
      reviewedBy: c.text(),
      note: c.text(),
    },
    (t) => [c.index('answer_ticket_idx').on(t.ticketId, t.createdAt)],
  ),
  /** The intake form as it is being written; survives a crash of either side. */
  draft: c.table(
    'draft',
    {
      id: c.id(),
      staffId: c.text().notNull(),
      contactId: c.text(),
      content: c.json<Record<string, unknown>>().notNull(),
      updatedAt: c.instant().notNull(),
      version: c.int().notNull(),
    },
    (t) => [
      c.index('draft_staff_idx').on(t.staffId, t.updatedAt),
      c.unique('draft_contact_idx').on(t.contactId),
      c.index('draft_updated_idx').on(t.updatedAt),
    ],
  ),
})
