import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { kinds, urgencies } from '../vocabulary/catalogue.ts'
import type { Directory } from '../directory/directory.ts'
import { channels } from '../vocabulary/contact.ts'
import { ticketStates } from '../vocabulary/ticket.ts'
import type { CitizenTicket } from './citizens.store.ts'
import { maskPhone } from '../platform/phone.rules.ts'
import type { CitizenHistory } from './read-citizen.ts'

const moment = z.iso.datetime()

/** A citizen as the hotline sees them, with how much they have had to do with it. */
export const CitizenDto = z
  .object({
    id: z.string(),
    /** Masked; empty where the number is withheld. */
    phone: z.string(),
    name: z.string().nullable(),
    note: z.string().nullable(),
    locale: z.string(),
    contactCount: z.number(),
    ticketCount: z.number(),
    openTicketCount: z.number(),
    firstSeenAt: moment,
    lastSeenAt: moment,
  })
  .meta({ id: 'Citizen' })
/** A citizen with the number masked. */
export const toCitizenDto = ({ citizen, tickets, openTickets }: CitizenHistory) =>
  CitizenDto.parse({
    ...citizen,
    phone: maskPhone(citizen.phone),
    ticketCount: tickets,
    openTicketCount: openTickets,
    firstSeenAt: citizen.createdAt.toISOString(),
    lastSeenAt: citizen.updatedAt.toISOString(),
  })

const Named = z.object({ id: z.string(), name: z.string(), nameEn: z.string() }).nullable()

/** A ticket in the history of a citizen. */
export const CitizenTicketDto = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    state: z.enum(ticketStates),
    kind: z.enum(kinds).nullable(),
    matter: z.object({ code: z.string(), name: z.string(), nameEn: z.string() }).nullable(),
    urgency: z.enum(urgencies),
    channel: z.enum(channels),
    confidential: z.boolean(),
    leadUnit: Named,
    createdAt: moment,
    dueAt: moment.nullable(),
    closedAt: moment.nullable(),
  })
  .meta({ id: 'CitizenTicket' })

/** Names that the rows carry only the ids of. */
export interface Names {
  directory: Pick<Directory, 'unitById'>
  catalogue: Pick<Catalogue, 'matterEver'>
}

/** A ticket of a citizen with the names of matter and unit; a matter keeps its name after it left the catalogue. */
export const toCitizenTicketDto = ({ directory, catalogue }: Names, row: CitizenTicket) =>
  CitizenTicketDto.parse({
    ...row,
    matter: (row.matterCode && catalogue.matterEver(row.matterCode)) || null,
    leadUnit: (row.leadUnitId && directory.unitById(row.leadUnitId)) || null,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  })
