import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { words } from '../platform/words.ts'
import { retentionKinds } from '../vocabulary/retention.ts'
import { RetentionDto } from './retention.dto.ts'
import type { Retention } from './retention.ts'

const KindParam = z.object({ kind: z.enum(retentionKinds).describe('Kind of data') })
const PeriodBody = z
  .strictObject({
    days: z.int().min(0).max(36_500),
    /** The rule or decision of the city that says so. */
    reason: words(500),
  })
  .meta({ id: 'RetentionPeriodBody', samples: [{ days: 1_095, reason: '市档案局批复' }] })
const Table = z.object({ items: z.array(RetentionDto) }).meta({ id: 'RetentionTable' })

/** `/api/retention`: how long data is kept, and what was erased. */
export const retentionRoutes = (retention: Retention) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'retention.read',
        tags: ['operations'],
        summary: 'How long each kind of data is kept, why, and what was erased',
        responses: ok(Table),
      }),
      async (c) => c.json({ items: await retention.read(c.var.actor) }, 200),
    )
    .put(
      '/:kind',
      describeRoute({
        operationId: 'retention.set',
        tags: ['operations'],
        summary: 'Set how long a kind of data is kept',
        responses: ok(Table, 'retention.too-short', 'retention.too-long'),
      }),
      check('param', KindParam),
      check('json', PeriodBody),
      async (c) => {
        await retention.set(c.var.actor, c.req.valid('param').kind, c.req.valid('json'))
        return c.json({ items: await retention.read(c.var.actor) }, 200)
      },
    )
export type RetentionRoutes = ReturnType<typeof retentionRoutes>
