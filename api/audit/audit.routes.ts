import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { pageDto } from '../platform/page.ts'
import type { Audit } from './audit.ts'
import { AuditDto, toAuditDto } from './audit.dto.ts'
import { idText, momentText } from '../platform/words.ts'

const moment = momentText.transform((text) => new Date(text))
const name = idText.optional()
const AuditQuery = z.strictObject({
  entity: name,
  entityId: name,
  actorId: name,
  action: name,
  from: moment.optional(),
  to: moment.optional(),
  cursor: z.string().max(500).optional(),
  size: z.coerce.number().int().min(1).max(200).default(50),
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
