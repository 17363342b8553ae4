import { ticketProblem } from '../tickets.errors.ts'
import type { TicketCatalogue, TicketDirectory, TicketUnit } from '../ticket-directory.types.ts'
import { isAccused } from '../../vocabulary/accused.ts'
import type { AssignmentRole } from '../../vocabulary/ticket.ts'
import type { Assignment, Ticket } from '../tickets.store.ts'

export interface UnitsAsked {
  leadUnitId?: string | undefined
  coUnitIds?: string[] | undefined
  copyUnitIds?: string[] | undefined
}

export interface UnitChosen {
  unit: TicketUnit
  role: AssignmentRole
}

export interface UnitsChosen {
  units: UnitChosen[]
  lead: TicketUnit
  why: 'matterUnit' | 'streetOfPlace' | 'districtOfPlace' | 'chosen'
}

/** A ticket with the units that must not learn of it (see `withAccused`). */
interface Accusing {
  accusedUnitIds: readonly string[]
}

const mustFindUnit = (ticket: Accusing, id: string, directory: TicketDirectory): TicketUnit => {
  const unit = directory.unitById(id)
  if (!unit?.active) throw ticketProblem('ticket.unit-unknown', undefined, { unitId: id })
  if (isAccused(ticket.accusedUnitIds, unit.path))
    throw ticketProblem('ticket.unit-excluded', undefined, { unitId: id })
  return unit
}

/** The district that a street brings along, which urges and coordinates (BJ 12(1)); null where there is none, or it is accused. */
const districtAbove = (ticket: Accusing, unit: TicketUnit, directory: TicketDirectory): TicketUnit | null => {
  const above = unit.level === 'street' && unit.parentId !== null ? directory.unitById(unit.parentId) : undefined
  return above?.active && !isAccused(ticket.accusedUnitIds, above.path) ? above : null
}

/**
 * Who gets the ticket: what the dispatcher chose, else what the catalogue says (BJ 11, 12). A street always brings its district
 * as a copy. A unit has one part only: lead before co-handling before copy.
 * Throws `ticket.unit-unresolved`, `ticket.unit-unknown`, `ticket.unit-excluded`.
 */
export const chooseUnits = (
  ticket: Accusing & Pick<Ticket, 'matterCode' | 'districtId' | 'streetId'>,
  asked: UnitsAsked,
  { directory, catalogue }: { directory: TicketDirectory; catalogue: TicketCatalogue },
): UnitsChosen => {
  const resolved =
    ticket.matterCode === null
      ? null
      : catalogue.resolveUnits({
          matterCode: ticket.matterCode,
          districtId: ticket.districtId,
          streetId: ticket.streetId,
        })
  const leadId = asked.leadUnitId ?? resolved?.leadId
  if (leadId === undefined) throw ticketProblem('ticket.unit-unresolved')
  const lead = mustFindUnit(ticket, leadId, directory)
  const chosen = new Map<string, UnitChosen>([[lead.id, { unit: lead, role: 'lead' }]])
  const add = (unit: TicketUnit, role: AssignmentRole) => {
    if (!chosen.has(unit.id)) chosen.set(unit.id, { unit, role })
  }
  for (const id of asked.coUnitIds ?? []) add(mustFindUnit(ticket, id, directory), 'co')
  for (const id of asked.copyUnitIds ?? []) add(mustFindUnit(ticket, id, directory), 'copied')
  // Districts that are added on the way are visited as well, and have no district above them.
  for (const { unit } of chosen.values()) {
    const above = districtAbove(ticket, unit, directory)
    if (above) add(above, 'copied')
  }
  return { units: [...chosen.values()], lead, why: resolved?.leadId === lead.id ? resolved.why : 'chosen' }
}

/**
 * Who gets a ticket that is sent elsewhere: never the unit that leads it already, whose signature, contact, requests and designation
 * would be wiped. Throws `ticket.unit-leads`, and what `chooseUnits` throws.
 */
export const chooseOthers = (
  ticket: Parameters<typeof chooseUnits>[0] & Pick<Ticket, 'leadUnitId'>,
  asked: UnitsAsked,
  from: Parameters<typeof chooseUnits>[2],
): UnitsChosen => {
  const chosen = chooseUnits(ticket, asked, from)
  if (chosen.lead.id === ticket.leadUnitId)
    throw ticketProblem('ticket.unit-leads', undefined, { unitId: chosen.lead.id })
  return chosen
}

type Part = Pick<Assignment, 'id' | 'unitId' | 'role'>

/** Helpers that come to a ticket; `replaced`: the copies of units that co-handle from now on. */
export interface HelpersChosen {
  units: UnitChosen[]
  replaced: string[]
}

/**
 * Who comes to help beside the units that have the ticket (JN 29): co-handling and copied units, streets with their district. A copied
 * unit may become a co-handling one. Throws `ticket.unit-has-part`, `ticket.unit-unknown`, `ticket.unit-excluded`.
 */
export const chooseHelpers = (
  ticket: Accusing,
  parts: readonly Part[],
  asked: Pick<UnitsAsked, 'coUnitIds' | 'copyUnitIds'>,
  { directory }: { directory: TicketDirectory },
): HelpersChosen => {
  const held = new Map(parts.map((part) => [part.unitId, part]))
  const chosen = new Map<string, UnitChosen>()
  const replaced: string[] = []
  const add = (id: string, role: 'co' | 'copied') => {
    const unit = mustFindUnit(ticket, id, directory)
    const part = held.get(id)
    if (part && !(part.role === 'copied' && role === 'co'))
      throw ticketProblem('ticket.unit-has-part', undefined, { unitId: id })
    if (chosen.has(id)) return
    if (part) replaced.push(part.id)
    chosen.set(id, { unit, role })
  }
  for (const id of asked.coUnitIds ?? []) add(id, 'co')
  for (const id of asked.copyUnitIds ?? []) add(id, 'copied')
  for (const { unit } of chosen.values()) {
    const above = districtAbove(ticket, unit, directory)
    if (above && !held.has(above.id) && !chosen.has(above.id)) chosen.set(above.id, { unit: above, role: 'copied' })
  }
  return { units: [...chosen.values()], replaced }
}

/**
 * Which helpers a ticket goes on without. A district that co-handles, and that a street of the ticket brings along, is a copy again; such
 * a copy stays (BJ 12(1)). Throws `ticket.unit-no-part`, `ticket.copy-required`.
 */
export const dropHelpers = (
  ticket: Accusing,
  parts: readonly Part[],
  unitIds: readonly string[],
  { directory }: { directory: TicketDirectory },
): { dropped: Part[]; copied: UnitChosen[] } => {
  const dropped = [...new Set(unitIds)].map((unitId) => {
    const part = parts.find((one) => one.unitId === unitId && one.role !== 'lead')
    if (!part) throw ticketProblem('ticket.unit-no-part', undefined, { unitId })
    return part
  })
  const left = parts.filter((part) => !dropped.includes(part)).flatMap(({ unitId }) => directory.unitById(unitId) ?? [])
  const demanded = new Set(left.flatMap((unit) => districtAbove(ticket, unit, directory)?.id ?? []))
  const copied = dropped.flatMap(({ unitId, role }) => {
    if (!demanded.has(unitId)) return []
    if (role === 'copied') throw ticketProblem('ticket.copy-required', undefined, { unitId })
    return [{ unit: mustFindUnit(ticket, unitId, directory), role: 'copied' as const }]
  })
  return { dropped, copied }
}
