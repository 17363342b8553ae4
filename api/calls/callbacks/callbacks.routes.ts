import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../../platform/http.ts'
import { idPattern } from '../../platform/ids.ts'
import { CallbackDto } from '../calls.dto.ts'
import type { Calls } from '../calls.ts'
import { callbackOutcomes } from './settle-callback.ts'

const CallbackParam = z.object({ id: z.string().regex(idPattern('callback')).describe('Id of the call-back') })
const CallbackQuery = z.strictObject({
  state: z.enum(['open', 'claimed', 'done']).optional().describe('Only these; by default what is still to be done'),
})
const OutcomeBody = z
  .strictObject({ outcome: z.enum(callbackOutcomes) })
  .meta({ id: 'CallbackOutcomeBody', samples: [{ outcome: 'reached' }] })
const CallbacksDto = z.object({ items: z.array(CallbackDto) }).meta({ id: 'Callbacks' })
const SettledDto = CallbackDto.pick({ id: true, callId: true, state: true, attempts: true, outcome: true }).meta({
  id: 'SettledCallback',
})

/** `/api/callbacks`: people to ring back. */
export const callbacksRoutes = (calls: Calls) => {
  const about = (operationId: string, summary: string, dto: z.ZodType, ...codes: string[]) =>
    describeRoute({ operationId, tags: ['callbacks'], summary, responses: ok(dto, ...codes) })
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
      about('callback.claim', 'Take a call-back', SettledDto, 'callback.not-found', 'callback.taken'),
      check('param', CallbackParam),
      async (c) => c.json(SettledDto.parse(await calls.claimCallback(c.var.actor, c.req.valid('param').id)), 200),
    )
    .post(
      '/:id/complete',
      about('callback.complete', 'End a call-back', SettledDto, 'callback.not-found', 'callback.taken'),
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
