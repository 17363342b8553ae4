import { isDeepStrictEqual } from 'node:util'
import { asc, eq } from 'drizzle-orm'
import { preparedQuery } from '../../../../db/dialect/prepared/prepared-query.ts'
import type { Read, Tx } from '../../../../db/db.ts'
import { dispatchWaitMs, settingsFrom } from '../../../../api/tickets/ticket.settings.ts'
import type { Assignment, Ticket } from '../../../../api/tickets/tickets.store.ts'
import {
  beforeDispatch,
  isOpen,
  ticketEnds,
  type TicketAction,
  type TicketState,
} from '../../../../api/vocabulary/ticket.ts'
import type { TicketWorld } from '../support.ts'
import { inOrder } from '../../../support/in-order.ts'

type Table = TicketWorld['db']['t']
type Line = Table['timelineEntry']['$inferSelect']
type FollowUp = Table['followUp']['$inferSelect']
type Extension = Table['extension']['$inferSelect']
type Holding = Table['holding']['$inferSelect']

/** All that is written of one ticket. */
export interface Picture {
  ticket: Ticket
  parts: Assignment[]
  lines: Line[]
  followUps: FollowUp[]
  extensions: Extension[]
  holdings: Holding[]
}

const partsOf = preparedQuery(({ q, t: { assignment } }: Read | Tx, { id }: { id: string }) =>
  q.select().from(assignment).where(eq(assignment.ticketId, id)),
)
const linesOf = preparedQuery(({ q, t: { timelineEntry } }: Read | Tx, { id }: { id: string }) =>
  q.select().from(timelineEntry).where(eq(timelineEntry.ticketId, id)),
)
const followUpsOf = preparedQuery(({ q, t: { followUp } }: Read | Tx, { id }: { id: string }) =>
  q.select().from(followUp).where(eq(followUp.ticketId, id)),
)
const extensionsOf = preparedQuery(({ q, t: { extension } }: Read | Tx, { id }: { id: string }) =>
  q.select().from(extension).where(eq(extension.ticketId, id)),
)

const holdingsOf = preparedQuery(({ q, t: { holding } }: Read | Tx, { id }: { id: string }) =>
  q.select().from(holding).where(eq(holding.ticketId, id)).orderBy(asc(holding.unitId)),
)

/** Reads all that is written of one ticket. */
export const pictureOf = async (db: Read | Tx, ticket: Ticket): Promise<Picture> => {
  const { id } = ticket
  return {
    ticket,
    parts: inOrder(await partsOf(db, { id })),
    lines: inOrder(await linesOf(db, { id })),
    followUps: inOrder(await followUpsOf(db, { id })),
    extensions: inOrder(await extensionsOf(db, { id })),
    holdings: await holdingsOf(db, { id }),
  }
}

/** One step in a life: what was done with a ticket, and all that was written of it before and after. */
export interface Step {
  action: TicketAction | 'time' | 'followUp'
  now: Date
  before: Picture
  after: Picture
}

const active = (parts: readonly Assignment[]) => parts.filter(({ endedAt }) => endedAt === null)
const leadIn = (parts: readonly Assignment[]) => active(parts).find(({ role }) => role === 'lead')
const ms = (at: Date | null | undefined) => at?.getTime() ?? null
const withUnit: readonly TicketState[] = [
  'dispatched',
  'handling',
  'returnRequested',
  'paused',
  'answered',
  'awaitingFollowUp',
]
const settings = settingsFrom({ returnWithinWorkingDays: null, remindAfterWorkingDays: {} })
/** What units must hold of a ticket: of what is in force, or was when it ended with no later round; their own and that of units above below the root. */
const heldOf = ({ ticket, parts }: Picture): Holding[] => {
  const last = Math.max(...parts.map(({ round }) => round))
  const ends: readonly (string | null)[] = ticketEnds
  const mine = parts.filter(({ endedAt, endReason, round }) => !endedAt || (ends.includes(endReason) && round === last))
  const ids = mine.flatMap(({ unitPath }) => unitPath.split('/').slice(2, -1))
  const { id: ticketId, state, closedAt, dueSort, updatedAt, createdAt, kind, urgency, channel } = ticket
  const { matterCode, danger, supervised, respondentUnitId } = ticket
  const times = { closedAt, dueSort, updatedAt, createdAt }
  const facts = { state, ...times, kind, urgency, channel, matterCode, danger, supervised, respondentUnitId }
  return [...new Set(ids)].toSorted().map((unitId) => ({
    unitId,
    ticketId,
    led: mine.some(({ unitPath, role, endedAt }) => !endedAt && role === 'lead' && unitPath.includes(`/${unitId}/`)),
    ...facts,
  }))
}
const newLines = ({ before, after }: Step) => {
  const known = new Set(before.lines.map(({ id }) => id))
  return after.lines.filter(({ id }) => !known.has(id))
}
/** Acts after which another unit may lead, so that a designation ends with them. */
const sendsElsewhere: readonly string[] = ['redispatch', 'designate', 'upholdReturn', 'dispatch']

/** What must hold of every step, by name: answers what is wrong, or null. */
export const invariants: Readonly<Record<string, (step: Step) => string | null>> = {
  'one lead unit while a unit has the ticket, none otherwise': ({ after: { ticket, parts } }) => {
    const leads = active(parts).filter(({ role }) => role === 'lead')
    const wanted = withUnit.includes(ticket.state) ? 1 : 0
    if (leads.length !== wanted) return `${ticket.state}: ${leads.length} leads`
    return wanted === 1 && leads[0]?.unitId !== ticket.leadUnitId ? 'the ticket names another lead' : null
  },
  'units hold what their assignments and the ticket say': ({ after }) => {
    const [kept, told] = [after.holdings, heldOf(after)]
    return isDeepStrictEqual(kept, told) ? null : `kept ${JSON.stringify(kept)}, told ${JSON.stringify(told)}`
  },
  'a unit has one part': ({ after: { parts } }) => {
    const units = active(parts).map(({ unitId }) => unitId)
    return new Set(units).size === units.length ? null : 'a unit has two'
  },
  'no limit moves unrecorded': (step) => {
    const [from, to] = [step.before.ticket.dueAt, step.after.ticket.dueAt]
    if (ms(from) === ms(to)) return null
    const said = newLines(step).some(({ type, data }) =>
      to === null ? type === 'upholdReturn' : data['dueAt'] === to.toISOString() || data['to'] === to.toISOString(),
    )
    return said ? null : `${from?.toISOString()} became ${to?.toISOString()} and no line says so`
  },
  'the lead unit is due with the ticket': ({ after: { ticket, parts } }) => {
    const lead = leadIn(parts)
    return lead && ms(lead.dueAt) !== ms(ticket.dueAt) ? 'another due time' : null
  },
  'no helper has longer than the ticket': ({ after: { ticket, parts } }) =>
    active(parts).some(({ role, dueAt }) => role === 'co' && (ms(dueAt) ?? 0) > (ms(ticket.dueAt) ?? 0))
      ? 'a helper has longer'
      : null,
  'no extension is asked for after expiry': ({ action, now, before: { ticket } }) =>
    action === 'extend' && (ticket.dueAt === null || ticket.dueAt <= now) ? 'it had expired' : null,
  'an extension names what it replaced': (step) => {
    if (step.action !== 'approveExtension') return null
    const [line] = newLines(step).filter(({ type }) => type === 'approveExtension')
    return line?.data['oldDueAt'] === step.before.ticket.dueAt?.toISOString() ? null : 'another due time'
  },
  'counters equal a recount of the timeline': ({ after: { ticket, lines } }) => {
    const count = (type: string) => lines.filter((line) => line.type === type).length
    const renewing = ['dispatch', 'upholdReturn', 'redo']
    let extensions = 0
    for (const { type, data } of lines) {
      if (type === 'approveExtension') extensions++
      // A designation of another unit starts a new limit, that of the same unit keeps the old.
      if (renewing.includes(type) || (type === 'designate' && data['limit'] !== undefined)) extensions = 0
    }
    const counted = [count('redo'), count('returnTicket'), count('urge'), extensions].join()
    const kept = [ticket.redoCount, ticket.returnCount, ticket.urgeCount, ticket.extensionCount].join()
    return counted === kept ? null : `kept ${kept}, counted ${counted}`
  },
  'a designation survives whatever leaves the lead unit': ({ action, before, after }) =>
    before.ticket.designated && !sendsElsewhere.includes(action) && !after.ticket.designated
      ? 'it is gone'
      : before.ticket.designated && action === 'returnTicket'
        ? 'a designated unit returned it'
        : null,
  'helpers touch nothing of the lead unit': ({ action, before, after }) => {
    if (action !== 'addHelper' && action !== 'removeHelper') return null
    const seen = ({ ticket, parts, extensions }: Picture) =>
      JSON.stringify([
        leadIn(parts),
        ticket.state,
        ticket.designated,
        ticket.clock,
        ticket.dueAt,
        ticket.warned,
        ticket.reminded,
        ticket.remindAt,
        extensions,
      ])
    return seen(before) === seen(after) ? null : 'something changed'
  },
  'no signature or first contact is lost while the unit leads on': ({ action, before, after }) => {
    const [was, is] = [leadIn(before.parts), leadIn(after.parts)]
    if (!was || !is || was.unitId !== is.unitId || action === 'redo' || action === 'followUp') return null
    return (was.signedAt !== null && is.signedAt === null) || (was.contactedAt !== null && is.contactedAt === null)
      ? 'it is lost'
      : null
  },
  'no rating is forgotten': ({ before, after }) => {
    const lost = before.followUps.some(({ id, grade, solved, contacted }) => {
      const row = after.followUps.find((one) => one.id === id)
      const answered = grade !== null || solved !== null || contacted !== null
      return answered && (row === undefined || row.state === 'cancelled' || (grade !== null && row.grade === null))
    })
    return lost ? 'an answer is gone' : null
  },
  'the warning of an undispatched ticket comes by its urgency': ({ after: { ticket, lines } }) => {
    if (!beforeDispatch.some((state) => state === ticket.state)) return null
    const back = lines.findLast(({ type }) => type === 'upholdReturn')
    const waits = [1, 2, 4][ticket.warned]
    const wanted =
      waits === undefined ? null : (back?.at ?? ticket.createdAt).getTime() + waits * dispatchWaitMs(settings, ticket)
    return ms(ticket.warnAt) === wanted ? null : `${ticket.warnAt?.toISOString()} at urgency ${ticket.urgency}`
  },
  'somebody is reminded of every ticket that waits, nobody of one that has ended': ({
    action,
    now,
    after: { ticket },
  }) => {
    if (isOpen(ticket.state) !== (ticket.remindAt !== null)) return `${ticket.state}: ${ticket.remindAt?.toISOString()}`
    return action === 'time' && ticket.remindAt !== null && ticket.remindAt <= now ? 'the reminder is overdue' : null
  },
  'an act makes one version, a telling none': ({ action, before, after }) => {
    const more = after.ticket.version - before.ticket.version
    return action === 'followUp' ||
      more === 1 ||
      (more === 0 && action === 'time') ||
      (action === 'passReview' && more === 2)
      ? null
      : `${more} versions`
  },
}
