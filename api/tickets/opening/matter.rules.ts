import { ticketProblem } from '../tickets.errors.ts'
import type { TicketCatalogue, TicketDirectory, TicketMatter, TicketUnit } from '../ticket-directory.types.ts'

/** A leaf of the catalogue that holds now. Throws `ticket.matter-unknown`. */
export const checkMatter = (catalogue: TicketCatalogue, code: string): TicketMatter => {
  const matter = catalogue.matterByCode(code)
  if (!matter || matter.kind === null) throw ticketProblem('ticket.matter-unknown', undefined, { matterCode: code })
  return matter
}

/** A unit that is in service. Throws `ticket.unit-unknown`. */
export const checkUnit = (directory: TicketDirectory, id: string): TicketUnit => {
  const unit = directory.unitById(id)
  if (!unit?.active) throw ticketProblem('ticket.unit-unknown', undefined, { unitId: id })
  return unit
}

interface Areas {
  districtId?: string | null | undefined
  streetId?: string | null | undefined
}

/** District and street of a place are units of that level, the street in the district. Throws `ticket.unit-unknown`, `ticket.area-mismatch`. */
export const checkAreas = (directory: TicketDirectory, place: Areas) => {
  for (const [id, level] of [
    [place.districtId, 'district'],
    [place.streetId, 'street'],
  ] as const) {
    if (id && checkUnit(directory, id).level !== level)
      throw ticketProblem('ticket.unit-unknown', undefined, { unitId: id })
  }
  const { districtId, streetId } = place
  if (districtId && streetId && directory.unitById(streetId)?.parentId !== districtId)
    throw ticketProblem('ticket.area-mismatch')
}
