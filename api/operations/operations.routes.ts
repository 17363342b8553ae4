import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { idText } from '../platform/words.ts'
import { HealthDto, HeldDto } from './operations.dto.ts'
import type { Operations } from './operations.ts'

const how = z.enum(['release', 'drop'])
const Decision = z
  .union([
    z.strictObject({ how, ids: z.array(idText).min(1).max(200) }),
    z.strictObject({ how, topic: z.string().min(1).max(60) }),
    z.strictObject({ how, all: z.literal(true) }),
  ])
  .meta({ id: 'HeldDecisionBody', samples: [{ how: 'drop', topic: 'sms.send' }] })

/** `/api/operations`: for whoever keeps the program running. */
export const operationsRoutes = (operations: Operations) =>
  new Hono<ApiEnv>()
    .get(
      '/health',
      describeRoute({
        operationId: 'operations.health',
        tags: ['operations'],
        summary: 'How the program and what it stands on are doing',
        responses: ok(HealthDto),
      }),
      async (c) => {
        const { at, items } = await operations.health(c.var.actor)
        return c.json({ at: at.toISOString(), items }, 200)
      },
    )
    .get(
      '/held',
      describeRoute({
        operationId: 'operations.held',
        tags: ['operations'],
        summary: 'Effects that wait for a person’s word after a restore',
        responses: ok(HeldDto),
      }),
      async (c) => {
        const { hold, topics, effects } = await operations.held(c.var.actor)
        return c.json(
          {
            hold,
            topics: topics.map(({ oldest, ...topic }) => ({ ...topic, oldest: oldest?.toISOString() ?? null })),
            effects: effects.map((effect) => ({ ...effect, createdAt: effect.createdAt.toISOString() })),
          },
          200,
        )
      },
    )
    .post(
      '/held',
      describeRoute({
        operationId: 'operations.settleHeld',
        tags: ['operations'],
        summary: 'Let held effects go out, or never',
        responses: ok(z.object({ decided: z.number() })),
      }),
      check('json', Decision),
      async (c) => {
        const { how, ...which } = c.req.valid('json')
        return c.json(await operations.settleHeld(c.var.actor, which, how), 200)
      },
    )
export type OperationsRoutes = ReturnType<typeof operationsRoutes>
