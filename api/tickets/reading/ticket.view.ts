import type { Actor } from '../../vocabulary/actor.ts'
import { readClock, type ClockJson } from '../../clocks/clock.json.ts'
import type { Counting } from '../../clocks/clocks.types.ts'
import { dueAt as dueOf } from '../../clocks/limit.rules.ts'
import { remaining } from '../../clocks/remaining.rules.ts'
import { countedMs } from '../../clocks/counted-time.ts'
import { ClockDto, type ClockBriefDto } from '../clock/ticket-clock.dto.ts'
import { isBeforeDispatch } from '../../vocabulary/ticket.ts'
import { waitingOf } from '../clock/waiting.rules.ts'
import type { TicketSettings } from '../ticket.settings.ts'
import { TicketListItem, UnitRef, type LeavingDto, type MatterRef } from '../ticket.dto.ts'
import type { TicketCatalogue, TicketDirectory } from '../ticket-directory.types.ts'
import { partsOf } from '../../vocabulary/unit-parts.ts'
import { isScoped } from '../../vocabulary/actor.ts'
import type { Assignment, Ticket } from '../tickets.store.ts'
import type { ListRow } from './ticket-list.store.ts'

export interface ViewDeps {
  directory: TicketDirectory
  catalogue: TicketCatalogue
  counting: Counting
  settings: TicketSettings
}

export const iso = (at: Date | null) => at?.toISOString() ?? null

/** A unit by id; a retired one still has its name, an unknown id is shown as it is. */
export const unitRef = ({ directory }: Pick<ViewDeps, 'directory'>, id: string): UnitRef => {
  const unit = directory.unitById(id)
  return unit ? UnitRef.parse(unit) : { id, code: '', name: id, nameEn: id, level: 'bureau' }
}

export const unitRefOrNull = (deps: Pick<ViewDeps, 'directory'>, id: string | null) =>
  id === null ? null : unitRef(deps, id)

/** A matter with its branches; the names it had when it no longer holds. */
export const matterRef = ({ catalogue }: Pick<ViewDeps, 'catalogue'>, code: string | null): MatterRef | null => {
  if (code === null) return null
  const path: string[] = []
  const pathEn: string[] = []
  for (let at: string | null = code; at !== null && path.length < 6;) {
    const matter = catalogue.matterEver(at)
    path.unshift(matter?.name ?? at)
    pathEn.unshift(matter?.nameEn ?? at)
    at = matter?.parentCode ?? null
  }
  return { code, path, pathEn }
}

/** How a limit stands that `ended` has stopped, or nothing yet. */
const standing = (stored: ClockJson, ended: Date | null, now: Date, counting: Counting) => {
  const clock = { ...readClock(stored), metAt: ended }
  const { state, level, workingDays, hours, ms } = remaining(clock, now, counting)
  const total =
    countedMs(clock.limit.unit, clock.startedAt, clock.pausedAt ?? clock.dueAt, counting) -
    clock.pausedMs +
    (clock.remainingMs ?? 0)
  const used = total > 0 ? Math.min(1, Math.max(0, 1 - ms / total)) : 1
  return {
    clock,
    brief: {
      state,
      level,
      dueAt: clock.dueAt.toISOString(),
      remaining: { workingDays, hours, ms },
      used,
      unit: clock.limit.unit,
    },
  }
}

/** How the ticket's limit stands; the answer stops it, a ticket without one has none. */
const ticketStanding = (ticket: ListRow, now: Date, counting: Counting) =>
  ticket.clock && standing(ticket.clock, ticket.answeredAt ?? ticket.closedAt, now, counting)

const clockBrief = (ticket: ListRow, now: Date, counting: Counting): ClockBriefDto | null =>
  ticketStanding(ticket, now, counting)?.brief ?? null

/** How a co-handling unit stands: its report that it is done stops its limit; once the ticket is answered nobody waits for it. */
export const coClockBrief = (
  ticket: ListRow,
  { role, clock, answeredAt, endedAt }: Assignment,
  now: Date,
  counting: Counting,
): ClockBriefDto | null => {
  const own = clock ?? ticket.clock
  const over = answeredAt === null && (endedAt !== null || ticket.answeredAt !== null)
  if (role !== 'co' || own === null || over) return null
  return standing(own, answeredAt, now, counting).brief
}

const pauseReason = (history: ClockJson['history']) =>
  history.findLast((event) => event.type === 'pause')?.reason ?? null

/** The clock with its basis and how the due time was computed. */
export const clockDto = (ticket: Ticket, now: Date, counting: Counting): ClockDto | null => {
  const stands = ticketStanding(ticket, now, counting)
  if (!stands || !ticket.clock) return null
  const { clock, brief } = stands
  return ClockDto.parse({
    ...brief,
    startedAt: ticket.clock.startedAt,
    startEvent: ticket.clock.startEvent ?? 'dispatched',
    limit: clock.limit,
    basis: ticket.clock.basis,
    basisEn: ticket.clock.basisEn,
    grade: ticket.clock.grade,
    provisional: clock.provisional,
    pausedAt: ticket.clock.pausedAt,
    pauseReason: ticket.clock.pausedAt === null ? null : pauseReason(ticket.clock.history),
    extensions: ticket.clock.extensions.map(({ at, by, from, to }) => ({ at, workingDays: by.value, from, to })),
    explain: dueOf(clock.startedAt, clock.limit, counting).explain,
  })
}

/** How the reader's unit stands by a sub-limit of its own: the soonest of the parts it answers for and has not reported; null for who leads. */
export const partClockBrief = (
  ticket: ListRow,
  active: readonly Assignment[],
  actor: Actor,
  now: Date,
  counting: Counting,
): ClockBriefDto | null => {
  if (actor.kind !== 'staff' || !isScoped(actor)) return null
  const parts = partsOf(active, actor.unitPath)
  if (parts.some(({ role }) => role === 'lead')) return null
  const [first] = parts
    .flatMap((part) => (part.clock === null ? [] : [{ part, dueAt: part.clock.dueAt }]))
    .toSorted(
      (a, b) =>
        Number(a.part.answeredAt !== null) - Number(b.part.answeredAt !== null) || a.dueAt.localeCompare(b.dueAt),
    )
  return first === undefined ? null : coClockBrief(ticket, first.part, now, counting)
}

/** What is on its way to a unit and may still be taken back; for the hotline only. */
export const leavingDto = (
  deps: Pick<ViewDeps, 'directory'>,
  { leaving }: Pick<Ticket, 'leaving'>,
): LeavingDto | null => leaving && { ...leaving, unit: unitRef(deps, leaving.unitId), by: leaving.by.name }

/** One row of a list; costs no query. */
export const listItem = (
  deps: ViewDeps,
  ticket: ListRow,
  now: Date,
  partClock: ClockBriefDto | null = null,
): TicketListItem =>
  TicketListItem.parse({
    ...ticket,
    matter: matterRef(deps, ticket.matterCode),
    leadUnit: unitRefOrNull(deps, ticket.leadUnitId),
    clock: clockBrief(ticket, now, deps.counting),
    partClock,
    waiting: waitingOf(deps.settings, ticket),
    // a unit that has it must not learn here to whom it goes next
    leaving: isBeforeDispatch(ticket.state) ? leavingDto(deps, ticket) : null,
    createdAt: ticket.createdAt.toISOString(),
    updatedAt: ticket.updatedAt.toISOString(),
  })
