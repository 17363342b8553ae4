import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { kinds, urgencies } from '../vocabulary/catalogue.ts'
import type { Directory } from '../directory/directory.ts'
import { channels } from '../vocabulary/contact.ts'
import { ticketStates } from '../vocabulary/ticket.ts'
import type { CitizenContact, CitizenTicket } from './citizens.store.ts'
import { maskPhone } from '../platform/phone.rules.ts'
import type { CitizenHistory } from './read-citizen.ts'

const moment = z.iso.datetime()

/** A citizen as the hotline sees them, with how much they have had to do with it. */
export const CitizenDto = z.object({
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
export const CitizenTicketDto = z.object({
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

/** A call, text or visit in the history of a citizen, and the ticket that it became. */
export const CitizenContactDto = z.object({
  id: z.string(),
  channel: z.string(),
  line: z.object({ id: z.string(), code: z.string(), name: z.string(), nameEn: z.string() }).nullable(),
  callId: z.string().nullable(),
  ticket: z.object({ id: z.string(), number: z.string() }).nullable(),
  state: z.string(),
  text: z.string(),
  danger: z.string().nullable(),
  startedAt: moment,
  endedAt: moment.nullable(),
  handledBy: z.object({ id: z.string(), name: z.string() }).nullable(),
})

/** Names that the rows carry only the ids of. */
export interface Names {
  directory: Pick<Directory, 'unitById' | 'lineById' | 'staffById'>
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

/** A contact of a citizen with the names of line and agent. */
export const toCitizenContactDto = ({ directory }: Names, row: CitizenContact) =>
  CitizenContactDto.parse({
    ...row,
    line: (row.lineId && directory.lineById(row.lineId)) || null,
    ticket: row.ticketId && row.ticketNumber ? { id: row.ticketId, number: row.ticketNumber } : null,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    handledBy: (row.handledBy && directory.staffById(row.handledBy)) || null,
  })
