import { z } from 'zod'
import type { Directory } from '../directory/directory.ts'
import type { CitizenContact } from './contacts.store.ts'

const moment = z.iso.datetime()

/** A call, text or visit in the history of a citizen, and the ticket that it became. */
export const CitizenContactDto = z
  .object({
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
  .meta({ id: 'CitizenContact' })

/** Names that the rows carry only the ids of. */
export type ContactNames = Pick<Directory, 'lineById' | 'staffById'>

/** A contact of a citizen with the names of line and agent. */
export const toCitizenContactDto = (directory: ContactNames, row: CitizenContact) =>
  CitizenContactDto.parse({
    ...row,
    line: (row.lineId && directory.lineById(row.lineId)) || null,
    ticket: row.ticketId && row.ticketNumber ? { id: row.ticketId, number: row.ticketNumber } : null,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    handledBy: (row.handledBy && directory.staffById(row.handledBy)) || null,
  })
