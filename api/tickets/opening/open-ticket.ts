import { refusedAct } from '../tickets.errors.ts'
import type { Tx } from '../../../db/db.ts'
import { keptFrom } from '../../vocabulary/accused.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import { record, type LiveNote, type TimelineNote } from '../../audit/record.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { ticketDeskNote } from '../../notices/desk-note.ts'
import { noticeTo } from '../../notices/hearers.ts'
import { nextCount } from './counter.store.ts'
import { learnFiling } from './learn-filing.ts'
import { checkAreas, checkMatter, checkUnit } from './matter.rules.ts'
import type { NewTicket } from './new-ticket.types.ts'
import { numberMonth, ticketNumber } from './ticket-number.ts'
import { searchTextOf } from './ticket-text.rules.ts'
import { titleOf } from './title.rules.ts'
import { nextState, refusal, type TicketFacts } from '../life/ticket.rules.ts'
import { dispatchWaitMs } from '../ticket.settings.ts'
import { acts } from '../life/acts/acts.ts'
import type { TicketState, TicketAction } from '../../vocabulary/ticket.ts'
import { firstReminder } from '../clock/remind.ts'
import { dueBeforeDispatch, insertTicket, type Ticket } from '../tickets.store.ts'
import { newUnitSearchText } from '../privacy/unit-search.ts'
import type { ActDeps } from '../life/act.deps.ts'

export interface OpenDeps extends WriteDeps, ActDeps {}

/** An act made with the opening, as the timeline tells it. */
interface Taken {
  action: TicketAction
  from: TicketState
  to: TicketState
}

/** The states that accepting (and submitting) lead to, by the machine's own table; no act is taken that it would refuse. */
const acceptNow = (
  actor: Actor,
  now: Date,
  matterCode: string | null,
  citizenId: string,
): { state: TicketState; taken: Taken[] } => {
  let state: TicketState = 'received'
  const taken: Taken[] = []
  for (const action of matterCode === null ? (['accept'] as const) : (['accept', 'submit'] as const)) {
    const facts: TicketFacts = {
      state,
      matterCode,
      leadUnitId: null,
      citizenId,
      stateBefore: null,
      designated: false,
      dueAt: null,
      extensionCount: 0,
      closedAt: null,
      erased: false,
      parts: [],
      returnBy: null,
      returnPending: false,
      extensionPending: false,
      followUpSettled: false,
      confidential: false,
    }
    const refused = refusal(facts, acts[action], actor, now)
    if (refused) throw refusedAct(refused)
    const to = nextState(facts, acts[action])
    taken.push({ action, from: state, to })
    state = to
  }
  return { state, taken }
}

/**
 * Opens a ticket in a transaction that is open already: number, title, search text, timeline, audit and live events; with `accept`
 * it is accepted and, with a matter, handed to the dispatchers at once. A danger alerts every agent.
 * Sends the citizen nothing: each channel has its own receipt.
 * Throws `ticket.matter-unknown`, `ticket.unit-unknown`, `ticket.area-mismatch`, `auth.forbidden`.
 */
export const openTicketIn =
  (deps: OpenDeps) =>
  async (tx: Tx, actor: Actor, asked: NewTicket): Promise<Ticket> => {
    const now = deps.clock.now()
    const matter = asked.matterCode ? checkMatter(deps.catalogue, asked.matterCode) : null
    checkAreas(deps.directory, asked)
    if (asked.respondentUnitId) checkUnit(deps.directory, asked.respondentUnitId)
    const urgency = asked.urgency ?? matter?.urgency ?? 'normal'
    const decidedBy = asked.decidedBy ?? (matter && actor.kind === 'staff' ? 'person' : null)
    const { state, taken } = asked.accept
      ? acceptNow(actor, now, matter?.code ?? null, asked.citizenId)
      : { state: 'received' as const, taken: [] }

    const month = numberMonth(now, deps.config.timeZone)
    const number = ticketNumber(await nextCount(tx, `ticket:${month}`), month, deps.config.ticketNumberKey)
    const title = asked.title ?? titleOf(asked.text)
    const place = asked.place ?? null
    const searchText = searchTextOf({ number, title, request: asked.text, place })
    const { citizenId, confidential = false, danger = null } = asked
    const row: Ticket = {
      id: deps.ids.next('ticket'),
      number,
      state,
      stateBefore: null,
      kind: asked.kind ?? matter?.kind ?? null,
      matterCode: matter?.code ?? null,
      urgency,
      danger,
      title,
      request: asked.text,
      channel: asked.channel,
      lineId: asked.lineId,
      contactId: asked.contactId,
      citizenId: asked.citizenId,
      confidential,
      replyWanted: asked.replyWanted ?? true,
      place,
      districtId: asked.districtId ?? null,
      streetId: asked.streetId ?? null,
      lat: asked.lat ?? null,
      lon: asked.lon ?? null,
      respondentUnitId: asked.respondentUnitId ?? null,
      leadUnitId: null,
      whyUnit: null,
      designated: false,
      acceptedAt: taken.length > 0 ? now : null,
      dispatchedAt: null,
      answeredAt: null,
      closedAt: null,
      dueAt: null,
      dueSort: dueBeforeDispatch(asked),
      clock: null,
      warned: 0,
      warnAt: new Date(now.getTime() + dispatchWaitMs(deps.settings, { danger, urgency })),
      stateSince: now,
      reminded: 0,
      remindAt: firstReminder(deps, state, now),
      closeReason: null,
      outcome: null,
      redoCount: 0,
      returnCount: 0,
      urgeCount: 0,
      extensionCount: 0,
      supervised: false,
      mainTicketId: null,
      leaving: null,
      proposal: asked.proposal ?? null,
      decidedBy,
      createdBy: actor.id,
      createdAt: now,
      updatedAt: now,
      searchText,
      unitSearchText: await newUnitSearchText(tx, { confidential, citizenId, searchText }),
      erasedAt: null,
      version: 1,
    }
    const ticket = await insertTicket(tx, row)
    if (matter && decidedBy === 'person' && !ticket.confidential) {
      await learnFiling(deps, tx, { text: asked.text, matterCode: matter.code, ticketId: ticket.id, at: now })
    }
    const line = (type: string, data: Record<string, unknown>): TimelineNote => ({
      ticketId: ticket.id,
      type,
      visibility: 'citizen',
      data,
    })
    await record(tx, deps, actor, {
      timeline: [
        line('created', { channel: ticket.channel, danger: ticket.danger }),
        ...taken.map(({ action, from, to }) => line(action, { from, to })),
      ],
      audit: [
        {
          action: 'ticket.created',
          entity: 'ticket',
          entityId: ticket.id,
          after: { number, state, channel: ticket.channel, matterCode: ticket.matterCode, decidedBy },
        },
      ],
      live: liveNotes(ticket),
    })
    return ticket
  }

const desks = ['agent', 'dispatcher', 'supervisor', 'admin']

const liveNotes = (ticket: Ticket): LiveNote[] => {
  const payload = {
    number: ticket.number,
    state: ticket.state,
    version: ticket.version,
    notice: noticeTo(ticket.state === 'awaitingDispatch' ? acts.submit.tells : [], []),
  }
  const created: LiveNote = {
    topic: 'ticket',
    type: 'created',
    entityId: ticket.id,
    audience: { roles: desks, ...keptFrom(ticket) },
    payload,
  }
  const { danger, number, citizenId } = ticket
  if (danger === null) return [created]
  const read = ticket.proposal?.danger
  const call = read?.kind === danger ? read.call : null
  return [created, ticketDeskNote(deskNotices.dangerInTicket, ticket, { number, danger, citizenId, call })]
}
