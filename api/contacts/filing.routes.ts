import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { TicketDto } from '../tickets/ticket.dto.ts'
import type { Tickets } from '../tickets/tickets.ts'
import type { Contacts } from './contacts.ts'
import { FileTicket } from './file-ticket.ts'

/** `POST /api/tickets`: a contact, or what somebody said at the counter, becomes a ticket. */
export const filingRoutes = (contacts: Pick<Contacts, 'fileTicket'>, tickets: { read: Pick<Tickets['read'], 'dto'> }) =>
  new Hono<ApiEnv>().post(
    '/',
    describeRoute({
      operationId: 'tickets.file',
      tags: ['tickets'],
      summary: 'File a ticket from the intake form',
      responses: ok(
        TicketDto,
        'ticket.contact-unknown',
        'ticket.contact-filed',
        'ticket.line-unknown',
        'draft.not-found',
        'ticket.matter-unknown',
        'ticket.unit-unknown',
        'ticket.area-mismatch',
        'ticket.unit-unresolved',
        'ticket.unit-excluded',
        'ticket.limit-missing',
      ),
    }),
    check('json', FileTicket),
    async (c) =>
      c.json(await tickets.read.dto(c.var.actor, await contacts.fileTicket(c.var.actor, c.req.valid('json'))), 200),
  )
export type FilingRoutes = ReturnType<typeof filingRoutes>
