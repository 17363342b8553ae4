import { z } from 'zod'
import { dangers, emergencyNumbers } from '../vocabulary/danger.ts'
import { handledHows } from '../vocabulary/handled.ts'
import { ticketStates } from '../vocabulary/ticket.ts'
import type { OwnNotice } from './desk-notices.store.ts'

const moment = z.iso.datetime()

/** A notice to a desk, as its reader sees it. */
export const DeskNoticeDto = z
  .object({
    id: z.string(),
    at: moment,
    topic: z.string().describe('Topic of the live event that it was'),
    type: z.string().describe('Type of the live event that it was'),
    entityId: z.string().describe('The ticket, call, draft or citizen it is about'),
    read: z.boolean(),
    number: z.string().nullable().describe('Number of the ticket'),
    ticketId: z.string().nullable(),
    citizenId: z.string().nullable(),
    state: z.enum(ticketStates).nullable(),
    level: z.int().nullable().describe('Of what falls due: 1 near, 2 very near, 3 passed'),
    danger: z.enum(dangers).nullable(),
    call: z.enum(emergencyNumbers).nullable().describe('The emergency number to ring'),
    words: z.array(z.string()).describe('The words that told of the danger'),
    open: z.boolean().describe('A danger that nobody has handled yet'),
    handled: z
      .object({ by: z.object({ id: z.string(), name: z.string() }), at: moment, how: z.enum(handledHows) })
      .nullable(),
  })
  .meta({ id: 'DeskNotice' })
export type DeskNoticeDto = z.infer<typeof DeskNoticeDto>

const Told = z
  .object({
    number: z.string().nullable().catch(null),
    ticketId: z.string().nullable().catch(null),
    state: z.enum(ticketStates).nullable().catch(null),
    level: z.int().nullable().catch(null),
    danger: z.enum(dangers).nullable().catch(null),
    call: z.enum(emergencyNumbers).nullable().catch(null),
    words: z.array(z.string()).catch([]),
  })
  .describe('What an event may have told; one of an earlier version told less')

/** A notice for whoever reads it. */
export const toDeskNoticeDto = (row: OwnNotice): DeskNoticeDto => {
  const told = Told.parse(row.payload)
  const ofTicket = row.entityId.startsWith('tkt_') ? row.entityId : null
  return DeskNoticeDto.parse({
    ...row,
    ...told,
    ticketId: told.ticketId ?? ofTicket,
    at: row.at.toISOString(),
    handled:
      row.handledBy === null || row.handledAt === null
        ? null
        : {
            by: { id: row.handledBy, name: row.handledName ?? '' },
            at: row.handledAt.toISOString(),
            how: row.handledHow,
          },
  })
}
