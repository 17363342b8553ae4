import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { pageQuery, pageDto } from '../platform/page.ts'
import type { Audit } from './audit.ts'
import { AuditDto, toAuditDto } from './audit.dto.ts'
import { idText, momentText } from '../platform/words.ts'

const moment = momentText.transform((text) => new Date(text))
const name = idText.optional()
const AuditQuery = z.strictObject({
  entity: name.describe('Kind of thing: ticket, citizen, staff, …'),
  entityId: name.describe('Its id; of a ticket also its number'),
  actorId: name.describe('Who did it'),
  action: name.describe('What was done: `ticket.dispatch`, `session.refused`, …'),
  from: moment.optional().describe('Not before'),
  to: moment.optional().describe('Before'),
  ...pageQuery(50, 200),
})

/** `/api/audit`: what was done, newest first. */
export const auditRoutes = (audit: Audit) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'audit.list',
      tags: ['audit'],
      summary: 'What was done, by whom',
      responses: ok(pageDto(AuditDto)),
    }),
    check('query', AuditQuery),
    async (c) => {
      const page = await audit.list(c.var.actor, c.req.valid('query'))
      return c.json({ items: page.items.map(toAuditDto), next: page.next }, 200)
    },
  )
export type AuditRoutes = ReturnType<typeof auditRoutes>
