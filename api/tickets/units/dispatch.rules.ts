import { ticketProblem } from '../tickets.errors.ts'
import type { TicketCatalogue, TicketDirectory, TicketUnit } from '../ticket-directory.types.ts'
import type { AssignmentRole } from '../../vocabulary/ticket.ts'
import type { Ticket } from '../tickets.store.ts'

export interface UnitsAsked {
  leadUnitId?: string | undefined
  coUnitIds?: string[] | undefined
  copyUnitIds?: string[] | undefined
}

export interface UnitsChosen {
  units: { unit: TicketUnit; role: AssignmentRole }[]
  lead: TicketUnit
  why: 'matterUnit' | 'streetOfPlace' | 'districtOfPlace' | 'chosen'
}

/** Whether a unit is complained of in a violation report, or stands under the one that is: it must not learn of the ticket (JN 32). */
const isAccused = (ticket: Pick<Ticket, 'kind' | 'respondentUnitId'>, unit: Pick<TicketUnit, 'path'>) =>
  ticket.kind === 'violationReport' &&
  ticket.respondentUnitId !== null &&
  unit.path.split('/').includes(ticket.respondentUnitId)

/**
 * Who gets the ticket: what the dispatcher chose, else what the catalogue says (BJ 11, 12). A street always brings its district
 * as a copy, which urges and coordinates. A unit has one part only: lead before co-handling before copy.
 * Throws `ticket.unit-unresolved`, `ticket.unit-unknown`, `ticket.unit-excluded`.
 */
export const chooseUnits = (
  ticket: Pick<Ticket, 'kind' | 'matterCode' | 'districtId' | 'streetId' | 'respondentUnitId'>,
  asked: UnitsAsked,
  { directory, catalogue }: { directory: TicketDirectory; catalogue: TicketCatalogue },
): UnitsChosen => {
  const mustFind = (id: string) => {
    const unit = directory.unitById(id)
    if (!unit?.active) throw ticketProblem('ticket.unit-unknown', undefined, { unitId: id })
    if (isAccused(ticket, unit)) throw ticketProblem('ticket.unit-excluded', undefined, { unitId: id })
    return unit
  }
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
  const lead = mustFind(leadId)
  const chosen = new Map<string, { unit: TicketUnit; role: AssignmentRole }>([[lead.id, { unit: lead, role: 'lead' }]])
  const add = (unit: TicketUnit, role: AssignmentRole) => {
    if (!chosen.has(unit.id)) chosen.set(unit.id, { unit, role })
  }
  for (const id of asked.coUnitIds ?? []) add(mustFind(id), 'co')
  for (const id of asked.copyUnitIds ?? []) add(mustFind(id), 'copied')
  // Districts that are added on the way are visited as well, and have no district above them.
  for (const { unit } of chosen.values()) {
    const above = unit.level === 'street' && unit.parentId !== null ? directory.unitById(unit.parentId) : undefined
    if (above?.active && !isAccused(ticket, above)) add(above, 'copied')
  }
  return { units: [...chosen.values()], lead, why: resolved?.leadId === lead.id ? resolved.why : 'chosen' }
}
