import { pageQuery } from '../../platform/page.ts'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../../platform/http.ts'
import { PendingExtensionPage, PendingReturnPage } from '../ticket.dto.ts'
import type { Tickets } from '../tickets.ts'

const PageQuery = z.strictObject({
  ...pageQuery(50, 100),
})
const tags = ['tickets']

/** `/api/returns`: objections that wait for a decision. */
export const returnsRoutes = (tickets: Tickets) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'returns.list',
      tags,
      summary: 'Returns that wait for a decision',
      responses: ok(PendingReturnPage),
    }),
    check('query', PageQuery),
    async (c) => c.json(PendingReturnPage.parse(await tickets.read.returns(c.var.actor, c.req.valid('query'))), 200),
  )
export type ReturnsRoutes = ReturnType<typeof returnsRoutes>

/** `/api/extensions`: requests for more time that wait for a decision. */
export const extensionsRoutes = (tickets: Tickets) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'extensions.list',
      tags,
      summary: 'Requests for more time that wait for a decision',
      responses: ok(PendingExtensionPage),
    }),
    check('query', PageQuery),
    async (c) =>
      c.json(PendingExtensionPage.parse(await tickets.read.extensions(c.var.actor, c.req.valid('query'))), 200),
  )
export type ExtensionsRoutes = ReturnType<typeof extensionsRoutes>
