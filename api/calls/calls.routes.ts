import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import type { StaffActor } from '../vocabulary/actor.ts'
import { talkOutcomes } from '../vocabulary/call.ts'
import { words } from '../platform/words.ts'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { idPattern } from '../platform/ids.ts'
import { BoardDto, CallDetailDto } from './calls.dto.ts'
import type { Calls } from './calls.ts'
import type { Call } from './call/calls.store.ts'

const CallParam = z.object({ id: z.string().regex(idPattern('call')).describe('Id of the call') })
const DialBody = z
  .union([
    z.strictObject({ callbackId: z.string().regex(idPattern('callback')) }),
    z.strictObject({ followUpId: z.string().regex(idPattern('followUp')) }),
    z.strictObject({ ticketId: z.string().regex(idPattern('ticket')) }),
    z.strictObject({ citizenId: z.string().regex(idPattern('citizen')) }),
  ])
  .meta({ id: 'DialBody', samples: [{ ticketId: 'tkt_0sx078s43z7y5d5qpmb8' }] })
const FinishBody = z
  .strictObject({
    /** What the talk came to; not needed where it was filed. */
    outcome: z.enum(talkOutcomes).optional(),
    /** Its words; demanded of `other`. */
    note: words(500).optional(),
    /** What the agent does next; left out: what they did before the call, or take calls. */
    next: z.enum(['ready', 'break']).optional(),
  })
  .meta({ id: 'WrapUpBody', samples: [{ outcome: 'answered', next: 'ready' }] })
const TransferBody = z
  .strictObject({ to: z.union([z.literal('queue'), z.string().regex(idPattern('staff'))]) })
  .meta({ id: 'TransferBody', samples: [{ to: 'queue' }] })

const about = (operationId: string, summary: string, dto: z.ZodType, ...codes: string[]) =>
  describeRoute({ operationId, tags: ['calls'], summary, responses: ok(dto, ...codes) })

/** `/api/calls`: the live board, the screen-pop, and what an agent does with a call. Every verb answers the call as it then is. */
export const callsRoutes = (calls: Calls) => {
  const shown = async (actor: StaffActor, call: Call) => calls.views.detail(await calls.detail(actor, call.id))
  return new Hono<ApiEnv>()
    .get('/', about('call.board', 'The queue, and the call of the asking agent', BoardDto), async (c) =>
      c.json(calls.views.board(await calls.board(c.var.actor)), 200),
    )
    .post(
      '/dial',
      about(
        'call.dial',
        'Ring a citizen: a promised call-back, a follow-up, a ticket, or a citizen',
        CallDetailDto,
        'call.presence',
        'call.illegal-transition',
        'call.number-withheld',
        'citizen.not-found',
        'ticket.not-found',
        'callback.not-found',
        'callback.taken',
        'follow-up.not-found',
        'follow-up.settled',
        'follow-up.claimed',
      ),
      check('json', DialBody),
      async (c) => c.json(await shown(c.var.actor, await calls.dial(c.var.actor, c.req.valid('json'))), 200),
    )
    .get(
      '/:id',
      about('call.read', 'Who calls, their open tickets, what they said', CallDetailDto, 'call.not-found'),
      check('param', CallParam),
      async (c) => c.json(calls.views.detail(await calls.detail(c.var.actor, c.req.valid('param').id)), 200),
    )
    .post(
      '/:id/decline',
      about(
        'call.decline',
        'Do not take the offered call',
        CallDetailDto,
        'call.not-found',
        'call.not-yours',
        'call.illegal-transition',
      ),
      check('param', CallParam),
      async (c) => c.json(await shown(c.var.actor, await calls.decline(c.var.actor, c.req.valid('param').id)), 200),
    )
    .post(
      '/:id/hold',
      about(
        'call.hold',
        'Hold the citizen',
        CallDetailDto,
        'call.not-found',
        'call.not-yours',
        'call.illegal-transition',
      ),
      check('param', CallParam),
      async (c) => c.json(await shown(c.var.actor, await calls.hold(c.var.actor, c.req.valid('param').id, true)), 200),
    )
    .post(
      '/:id/resume',
      about(
        'call.resume',
        'Let the citizen back',
        CallDetailDto,
        'call.not-found',
        'call.not-yours',
        'call.illegal-transition',
      ),
      check('param', CallParam),
      async (c) => c.json(await shown(c.var.actor, await calls.hold(c.var.actor, c.req.valid('param').id, false)), 200),
    )
    .post(
      '/:id/mute',
      about(
        'call.mute',
        'Mute the own leg',
        CallDetailDto,
        'call.not-found',
        'call.not-yours',
        'call.illegal-transition',
      ),
      check('param', CallParam),
      async (c) => c.json(await shown(c.var.actor, await calls.mute(c.var.actor, c.req.valid('param').id, true)), 200),
    )
    .post(
      '/:id/unmute',
      about(
        'call.unmute',
        'Open the own leg',
        CallDetailDto,
        'call.not-found',
        'call.not-yours',
        'call.illegal-transition',
      ),
      check('param', CallParam),
      async (c) => c.json(await shown(c.var.actor, await calls.mute(c.var.actor, c.req.valid('param').id, false)), 200),
    )
    .post(
      '/:id/transfer',
      about(
        'call.transfer',
        'Pass the citizen on',
        CallDetailDto,
        'call.not-found',
        'call.not-yours',
        'call.illegal-transition',
        'call.agent-not-ready',
      ),
      check('param', CallParam),
      check('json', TransferBody),
      async (c) => {
        const { to } = c.req.valid('json')
        return c.json(
          await shown(
            c.var.actor,
            await calls.transfer(c.var.actor, c.req.valid('param').id, to === 'queue' ? null : to),
          ),
          200,
        )
      },
    )
    .post(
      '/:id/end',
      about(
        'call.end',
        'End the talk, or stop ringing the citizen',
        CallDetailDto,
        'call.not-found',
        'call.not-yours',
        'call.illegal-transition',
      ),
      check('param', CallParam),
      async (c) => c.json(await shown(c.var.actor, await calls.end(c.var.actor, c.req.valid('param').id)), 200),
    )
    .post(
      '/:id/wrap-up',
      about(
        'call.finish',
        'The write-up is done',
        CallDetailDto,
        'call.not-found',
        'call.not-yours',
        'call.illegal-transition',
        'call.presence',
        'call.outcome-missing',
      ),
      check('param', CallParam),
      check('json', FinishBody),
      async (c) =>
        c.json(
          await shown(c.var.actor, await calls.finish(c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
          200,
        ),
    )
}
export type CallsRoutes = ReturnType<typeof callsRoutes>
