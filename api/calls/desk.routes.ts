import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { idPattern } from '../platform/ids.ts'
import { CallbackDto, PresenceDto, SoftphoneDto } from './calls.dto.ts'
import type { Calls } from './calls.ts'
import { callbackOutcomes } from './callbacks/settle-callback.ts'

const PresencesDto = z.object({ mine: PresenceDto.nullable(), all: z.array(PresenceDto) })
const HeartbeatDto = z.object({ presence: PresenceDto.nullable() })

/** `/api/presence`: what agents are doing. A console that is open says so every 15 s. */
export const presenceRoutes = (calls: Calls) => {
  const about = (operationId: string, summary: string, dto: z.ZodType) =>
    describeRoute({ operationId, tags: ['presence'], summary, responses: ok(dto) })
  const set = (state: 'ready' | 'break' | 'offline') => about(`presence.${state}`, `Become ${state}`, PresenceDto)
  return new Hono<ApiEnv>()
    .get('/', about('presence.list', 'Everybody signed in to calls', PresencesDto), async (c) => {
      const { mine, all } = await calls.presences(c.var.actor)
      return c.json(
        PresencesDto.parse({ mine: mine && calls.views.presence(mine), all: all.map(calls.views.presence) }),
        200,
      )
    })
    .post('/ready', set('ready'), async (c) =>
      c.json(calls.views.presence(await calls.setPresence(c.var.actor, 'ready')), 200),
    )
    .post('/break', set('break'), async (c) =>
      c.json(calls.views.presence(await calls.setPresence(c.var.actor, 'break')), 200),
    )
    .post('/offline', set('offline'), async (c) =>
      c.json(calls.views.presence(await calls.setPresence(c.var.actor, 'offline')), 200),
    )
    .post('/heartbeat', about('presence.heartbeat', 'The console is alive', HeartbeatDto), async (c) => {
      const row = await calls.heartbeat(c.var.actor)
      return c.json(HeartbeatDto.parse({ presence: row ? calls.views.presence(row) : null }), 200)
    })
}
export type PresenceRoutes = ReturnType<typeof presenceRoutes>

const CallbackParam = z.object({ id: z.string().regex(idPattern('callback')) })
const CallbackQuery = z.strictObject({ state: z.enum(['open', 'claimed', 'done']).optional() })
const OutcomeBody = z.strictObject({ outcome: z.enum(callbackOutcomes) })
const CallbacksDto = z.object({ items: z.array(CallbackDto) })
const SettledDto = CallbackDto.pick({ id: true, callId: true, state: true, attempts: true, outcome: true })

/** `/api/callbacks`: people to ring back. */
export const callbacksRoutes = (calls: Calls) => {
  const about = (operationId: string, summary: string, dto: z.ZodType) =>
    describeRoute({ operationId, tags: ['callbacks'], summary, responses: ok(dto) })
  return new Hono<ApiEnv>()
    .get(
      '/',
      about('callback.list', 'People to ring back, oldest first', CallbacksDto),
      check('query', CallbackQuery),
      async (c) => {
        const { state } = c.req.valid('query')
        const rows = await calls.callbacks(c.var.actor, state ? [state] : ['open', 'claimed'])
        return c.json(CallbacksDto.parse({ items: rows.map(calls.views.callback) }), 200)
      },
    )
    .post(
      '/:id/claim',
      about('callback.claim', 'Take a call-back', SettledDto),
      check('param', CallbackParam),
      async (c) => c.json(SettledDto.parse(await calls.claimCallback(c.var.actor, c.req.valid('param').id)), 200),
    )
    .post(
      '/:id/complete',
      about('callback.complete', 'End a call-back', SettledDto),
      check('param', CallbackParam),
      check('json', OutcomeBody),
      async (c) =>
        c.json(
          SettledDto.parse(
            await calls.completeCallback(c.var.actor, c.req.valid('param').id, c.req.valid('json').outcome),
          ),
          200,
        ),
    )
}
export type CallbacksRoutes = ReturnType<typeof callbacksRoutes>

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
