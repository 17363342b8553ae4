import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { ok, type ApiEnv } from '../../platform/http.ts'
import { SoftphoneDto } from '../calls.dto.ts'
import type { Calls } from '../calls.ts'

/** `/api/softphone`: the credential of the browser softphone. */
export const softphoneRoutes = (calls: Calls) =>
  new Hono<ApiEnv>().get(
    '/token',
    describeRoute({
      operationId: 'softphone.token',
      tags: ['softphone'],
      summary: 'A credential for the own softphone',
      responses: ok(SoftphoneDto),
    }),
    (c) => {
      c.header('cache-control', 'no-store')
      return c.json(SoftphoneDto.parse(calls.softphoneToken(c.var.actor)), 200)
    },
  )
export type SoftphoneRoutes = ReturnType<typeof softphoneRoutes>
