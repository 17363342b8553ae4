import { z } from 'zod'
import type { Read, Tx } from '../../db/db.ts'
import { isHotline, type Actor } from '../vocabulary/actor.ts'
import { findCitizens, type Citizen } from './citizens.store.ts'
import { maskPhone } from '../platform/phone.rules.ts'

/** Who asked, as a reader of a ticket may see it. */
export const TicketCitizenDto = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    /** Masked; empty where the number is withheld. */
    phone: z.string(),
    locale: z.string(),
    contactCount: z.number(),
  })
  .meta({ id: 'TicketCitizen' })
export type TicketCitizenDto = z.infer<typeof TicketCitizenDto>

interface OfCitizen {
  citizenId: string
  confidential: boolean
}

/** Whether a reader may know who asked: the hotline always; a unit not where the ticket is confidential (JN 16, 32; S33358); a citizen their own. */
export const mayKnowCitizen = (actor: Actor, ticket: OfCitizen) =>
  actor.kind === 'citizen' ? actor.id === ticket.citizenId : isHotline(actor) || !ticket.confidential

/** What citizens are called in our books, by id: what must not stand in words that are shown to whoever may not know them. */
export const namesOf = async (db: Read | Tx, citizenIds: readonly string[]): Promise<Map<string, string[]>> => {
  const rows = await findCitizens(db, [...new Set(citizenIds)])
  return new Map(rows.map(({ id, name }) => [id, name === null ? [] : [name]]))
}

/** A citizen with the number masked, for whoever may know who asked. */
export const toTicketCitizen = (citizen: Citizen): TicketCitizenDto =>
  TicketCitizenDto.parse({ ...citizen, phone: maskPhone(citizen.phone) })

/** Who asked, for a page of tickets; no entry where the reader must not know. By citizen and confidentiality, so ask with `of`. */
export const citizensFor = async (db: Read | Tx, actor: Actor, tickets: readonly OfCitizen[]) => {
  const known = tickets.filter((ticket) => mayKnowCitizen(actor, ticket))
  const rows = await findCitizens(db, [...new Set(known.map(({ citizenId }) => citizenId))])
  const byId = new Map(rows.map((row) => [row.id, toTicketCitizen(row)]))
  return {
    of: (ticket: OfCitizen): TicketCitizenDto | null =>
      mayKnowCitizen(actor, ticket) ? (byId.get(ticket.citizenId) ?? null) : null,
  }
}

/** Who asked, for one ticket; null where the reader must not know. */
export const citizenFor = async (db: Read | Tx, actor: Actor, ticket: OfCitizen): Promise<TicketCitizenDto | null> =>
  (await citizensFor(db, actor, [ticket])).of(ticket)
