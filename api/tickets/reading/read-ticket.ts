import type { Read, Tx } from '../../../db/db.ts'
import { arrivalIn } from '../../vocabulary/message.ts'
import { ticketProblem } from '../tickets.errors.ts'
import { isHotline, type Actor, type StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import { citizenFor } from '../../citizens/ticket-citizen.ts'
import { openPage, type Page } from '../../platform/page.ts'
import { actionsFor } from './actions.view.ts'
import { assignmentsOf } from '../units/assignments.store.ts'
import { loadLostPart, lostPart } from './lost-part.ts'
import { maskFor } from '../privacy/masked-words.ts'
import type { ReadDeps } from './read-lists.ts'
import { assignmentDto, answerDto, attachmentDto, extensionDto, returnDto } from './parts.view.ts'
import { TicketDto, TicketFollowUpDto, TimelineEntryDto } from '../ticket.dto.ts'
import { listTimeline, loadTicketParts, textStatusesOf } from './ticket-page.store.ts'
import { findByNumber, findTicket, loadFacts, mergedInto, mustFindTicket, type Ticket } from '../tickets.store.ts'
import { clockDto, iso, leavingDto, listItem, partClockBrief, unitRefOrNull } from './ticket.view.ts'

/**
 * The whole ticket as this reader may see it: the citizen masked, or absent where the reader must not know (a confidential ticket read
 * by a unit); of a ticket that its unit lost the unit's own part until then, without the citizen; other citizens' requests that were merged in, for the hotline only. A constant number of queries, each by key: what must be searched for (look-alikes) is asked by itself.
 * `db`: the transaction of an act, which is answered with the ticket as it left it; what it read is at hand there, while a reader begins anew after every commit.
 */
export const ticketDto =
  (deps: ReadDeps) =>
  async (actor: Actor, found: Ticket, db: Read | Tx = deps.db): Promise<TicketDto> => {
    const now = deps.clock.now()
    const hotline = isHotline(actor)
    const all = await assignmentsOf(db, found.id)
    const lost = lostPart(actor, found, all)
    const { ticket, assignments } = lost ?? { ticket: found, assignments: all }
    const facts = await loadFacts(db, found)
    const parts = await loadTicketParts(db, ticket.id, lost)
    const citizen = lost ? null : await citizenFor(db, actor, ticket)
    const merged = hotline ? await mergedInto(db, ticket.id) : []
    const active = assignments.filter(({ endedAt }) => endedAt === null)
    const main = ticket.mainTicketId && hotline ? await findTicket(db, actor, ticket.mainTicketId) : undefined
    const mask = await maskFor(db, actor, ticket, lost !== null)
    const dto = TicketDto.parse({
      ...ticket,
      ...listItem(deps, ticket, now, partClockBrief(ticket, active, actor, now, deps.counting)),
      district: unitRefOrNull(deps, ticket.districtId),
      street: unitRefOrNull(deps, ticket.streetId),
      respondent: hotline ? unitRefOrNull(deps, ticket.respondentUnitId) : null,
      citizen,
      acceptedAt: iso(ticket.acceptedAt),
      dispatchedAt: iso(ticket.dispatchedAt),
      answeredAt: iso(ticket.answeredAt),
      closedAt: iso(ticket.closedAt),
      erasedAt: iso(ticket.erasedAt),
      clock: clockDto(ticket, now, deps.counting),
      assignments: assignments.map((row) => assignmentDto(deps, ticket, row, now)),
      answers: parts.answers.map((row) => answerDto(deps, row)),
      returns: parts.returns.map((row) => returnDto(deps, row)),
      extensions: parts.extensions.map((row) => extensionDto(deps, row)),
      followUps: parts.followUps.map((row) =>
        TicketFollowUpDto.parse({ ...row, createdAt: iso(row.createdAt), doneAt: iso(row.doneAt) }),
      ),
      attachments: parts.attachments.map((row) => attachmentDto({ ...row, name: mask(row.name) })),
      mainTicket: main ? listItem(deps, main, now) : null,
      mergedTickets: merged.map((row) => listItem(deps, row, now)),
      actions: actionsFor(facts, actor, now),
      leaving: hotline ? leavingDto(deps, ticket) : null,
      lostAt: iso(lost?.at ?? null),
    })
    return mask(dto)
  }

/** Throws `ticket.not-found` for a hidden and a missing ticket alike. */
export const readTicket =
  (deps: ReadDeps) =>
  async (actor: StaffActor, id: string, db: Read | Tx = deps.db) => {
    demand(actor, 'ticket.read')
    return ticketDto(deps)(actor, await mustFindTicket(db, actor, id), db)
  }

export const readByNumber = (deps: ReadDeps) => async (actor: StaffActor, number: string) => {
  demand(actor, 'ticket.read')
  const ticket = await findByNumber(deps.db, actor, number)
  if (!ticket) throw ticketProblem('ticket.not-found')
  return ticketDto(deps)(actor, ticket)
}

/** How far the texts among some entries of a timeline have come, by entry. */
const arrivalsOf = async (db: Read, entries: readonly { id: string; data: Record<string, unknown> }[]) => {
  const told = entries.flatMap(({ id, data }) => {
    const messageId = data['messageId']
    return typeof messageId === 'string' ? [{ id, messageId }] : []
  })
  const rows = await textStatusesOf(
    db,
    told.map(({ messageId }) => messageId),
  )
  const statuses = new Map(rows.map(({ id, status }) => [id, status]))
  return new Map(
    told.flatMap(({ id, messageId }) => {
      const status = statuses.get(messageId)
      return status === undefined || status === 'received' ? [] : [[id, arrivalIn[status]] as const]
    }),
  )
}

/** A ticket's timeline, oldest first: what the hotline keeps to itself is not in a unit's pages, nor what came after it lost the ticket. */
export const readTimeline =
  (deps: ReadDeps) =>
  async (
    actor: StaffActor,
    id: string,
    asked: { cursor?: string | undefined; size: number },
  ): Promise<Page<TimelineEntryDto>> => {
    demand(actor, 'ticket.read')
    const ticket = await mustFindTicket(deps.db, actor, id)
    const hotline = isHotline(actor)
    const lost = await loadLostPart(deps.db, actor, ticket)
    const page = openPage('timeline', { ticketId: ticket.id }, asked)
    const rows = await listTimeline(deps.db, {
      ticketId: ticket.id,
      visibilities: hotline ? ['citizen', 'unit', 'hotline'] : ['citizen', 'unit'],
      after: page.after,
      before: lost?.at ?? null,
      size: asked.size,
    })
    const { items, next } = page.cut(rows, ({ at, id: rowId }) => ({ at, id: rowId }))
    const arrivals = await arrivalsOf(deps.db, items)
    // Whoever may not know a citizen does not learn the name from a line they are the actor of; who was merged in is the hotline's to know.
    const hides = ({ actorKind, actorId }: (typeof rows)[number]) =>
      !hotline && actorKind === 'citizen' && (ticket.confidential || lost !== null || actorId !== ticket.citizenId)
    const mask = await maskFor(deps.db, actor, ticket, lost !== null)
    // Which ticket a request went into is the hotline's, and only who may see that one: the unit may not be one that has it.
    const main = hotline && ticket.mainTicketId !== null && (await findTicket(deps.db, actor, ticket.mainTicketId))
    const dataOf = ({ data: { mainTicketId, ...rest } }: (typeof items)[number]) =>
      main && mainTicketId !== undefined ? { ...rest, mainTicketId } : rest
    return {
      items: items.map((row) =>
        mask(
          TimelineEntryDto.parse({
            ...row,
            data: dataOf(row),
            at: row.at.toISOString(),
            actor: {
              kind: row.actorKind,
              id: hides(row) ? '' : row.actorId,
              name: hides(row) ? '' : row.actorName,
            },
            unit: unitRefOrNull(deps, row.unitId),
            arrival: arrivals.get(row.id) ?? null,
          }),
        ),
      ),
      next,
    }
  }
