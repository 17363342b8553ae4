import { callProblem } from './calls.errors.ts'
import { platformProblem } from '../platform/problem.ts'
import { Hono, type Context } from 'hono'
import type { z } from 'zod'
import type { WebhookEnv } from '../telephony/webhook/verify-webhook.ts'
import { StatusEvent } from './events/call-status.ts'
import type { Calls } from './calls.ts'
import { findCall, findCallByRef, type Call } from './call/calls.store.ts'
import { ConferenceEvent } from './events/conference-event.ts'
import { RecordingEvent } from './recordings/take-recording.ts'
import { TurnEvent } from './events/take-turn.ts'
import { VoicemailEvent } from './events/take-voicemail.ts'

const xml = (c: Context, document: string) =>
  c.body(document, 200, { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' })
const heard = (c: Context) => c.body(null, 204)

/** What the carrier sent, in shape; anything else is `request.invalid`. */
const read = <Schema extends z.ZodType>(c: Context<WebhookEnv>, schema: Schema): z.output<Schema> => {
  const result = schema.safeParse({ ...c.var.params })
  if (result.success) return result.data
  throw platformProblem('request.invalid', undefined, {
    errors: result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  })
}

/**
 * The voice webhooks, mounted at `/twilio/voice` behind the signature check. Documents (`incoming` … `outbound`) are rendered from the state of the
 * call; events (`conference` … `turns`) are claimed once and answered 204.
 */
export const callsWebhooks = (calls: Calls) => {
  const { db, log, documents, next, events } = calls

  const byRef = async (c: Context<WebhookEnv>): Promise<Call> => {
    const call = await findCallByRef(db, c.var.params['CallSid'] ?? '')
    if (!call) throw callProblem('call.not-found')
    return call
  }
  const byId = async (c: Context<WebhookEnv>): Promise<Call> => {
    const call = await findCall(db, c.req.param('id') ?? '')
    if (!call) throw callProblem('call.not-found')
    return call
  }

  return new Hono<WebhookEnv>()
    .post('/incoming', async (c) => {
      const { CallSid = '', From = '', To = '' } = c.var.params
      if (!CallSid || !To) throw platformProblem('request.invalid')
      return xml(c, await next.incoming(await events.incoming({ callRef: CallSid, from: From, to: To })))
    })
    .post('/wait', async (c) => xml(c, await next.waiting(await events.wait(await byRef(c)))))
    .post('/key', async (c) =>
      xml(c, await next.waiting(await events.key(await byRef(c), c.var.params['Digits'] ?? ''))),
    )
    .post('/queue-result', async (c) => {
      const result = c.var.params['QueueResult'] ?? ''
      return xml(c, await next.afterQueue(await events.queueResult(await byRef(c), result), result))
    })
    .post('/room/:id', async (c) => xml(c, await next.room(await byId(c))))
    .post('/outbound/:id', async (c) => xml(c, next.outbound(await byId(c))))
    .post('/queue/:id', async (c) => xml(c, next.afterRoom(await byId(c))))
    .post('/after-room', async (c) => xml(c, next.afterRoom(await events.leaveRoom(await byRef(c)))))
    .on(['GET', 'POST'], '/hold', (c) => xml(c, documents.hold()))
    .post('/room-wait', (c) => xml(c, documents.roomWait()))
    .post('/voicemail', async (c) => {
      await events.voicemail(await byRef(c), read(c, VoicemailEvent))
      return xml(c, documents.voicemailThanks())
    })
    .post('/fallback', (c) => {
      log.error(
        { errorCode: c.var.params['ErrorCode'], errorUrl: c.var.params['ErrorUrl'] },
        'voice document failed at the carrier',
      )
      return xml(c, documents.trouble())
    })
    .post('/conference', async (c) => {
      await events.conference(read(c, ConferenceEvent))
      return heard(c)
    })
    .post('/status', async (c) => {
      await events.status(read(c, StatusEvent))
      return heard(c)
    })
    .post('/status/:id', async (c) => {
      await events.status(read(c, StatusEvent), { callId: c.req.param('id') })
      return heard(c)
    })
    .post('/leg/:id', async (c) => {
      await events.status(read(c, StatusEvent), { offerId: c.req.param('id') })
      return heard(c)
    })
    .post('/recording', async (c) => {
      await events.recording(read(c, RecordingEvent))
      return heard(c)
    })
    .post('/turns', async (c) => {
      await events.turn(read(c, TurnEvent))
      return heard(c)
    })
}
