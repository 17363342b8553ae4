import { parseInput } from '../../../platform/field-faults.ts'
import { Hono, type Context } from 'hono'
import type { z } from 'zod'
import { platformProblem } from '../../../platform/problem.ts'
import type { CallListener, CallNews, CallQuestion, WaitEnd } from '../../call-events.types.ts'
import type { WebhookEnv } from '../webhook/verify-webhook.ts'
import { LegEvent, toLegNews } from './leg-news.ts'
import { RecordingEvent, toLeftMessage, toRecordingNews, VoicemailEvent } from './recording-news.ts'
import { RoomEvent, toRoomNews } from './room-news.ts'
import { TranscriptEvent, toTranscriptNews } from './transcript-news.ts'
import type { Speech } from '../speech.ts'
import { senderOf } from '../withheld.ts'
import { toTwiml } from './twiml.ts'
import type { VoiceUrls } from './voice.urls.ts'

/** What Twilio sent, in shape; anything else is `request.invalid`. */
const read = <Schema extends z.ZodType>(c: Context<WebhookEnv>, schema: Schema): z.output<Schema> =>
  parseInput(schema, { ...c.var.params })

/** `QueueResult`; the two of a bridge, and whatever is not documented, say that somebody answered or will. */
const waitEnds: ReadonlyMap<string, WaitEnd> = new Map([
  ['hangup', 'hungUp'],
  ['redirected', 'redirected'],
  ['leave', 'left'],
  ['queue-full', 'full'],
  ['error', 'failed'],
  ['system-error', 'failed'],
])

const callSid = (c: Context<WebhookEnv>) => c.var.params['CallSid'] ?? ''
const idOf = (c: Context<WebhookEnv>) => c.req.param('id') ?? ''

/**
 * Twilio's voice webhooks, mounted at `/twilio/voice` behind the signature check. Questions (`incoming` … `voicemail`) are answered with a document,
 * events (`conference` … `turns`) with 204.
 */
export const voiceRoutes = (calls: CallListener, urls: VoiceUrls, speech: Speech) => {
  const ask = async (c: Context, question: CallQuestion) =>
    c.body(toTwiml(await calls.answer(question), urls, speech), 200, {
      'content-type': 'text/xml; charset=utf-8',
      'cache-control': 'no-store',
    })
  const tell = async (c: Context, news: CallNews | null) => {
    if (news) await calls.takeNews(news)
    return c.body(null, 204)
  }

  return new Hono<WebhookEnv>()
    .post('/incoming', (c) => {
      const { CallSid = '', From = '', To = '' } = c.var.params
      if (!CallSid || !To) throw platformProblem('request.invalid')
      return ask(c, { kind: 'incoming', call: CallSid, from: senderOf(From), to: To })
    })
    .post('/wait', (c) => ask(c, { kind: 'waits', call: callSid(c) }))
    .post('/key', (c) => ask(c, { kind: 'keyPressed', call: callSid(c), keys: c.var.params['Digits'] ?? '' }))
    .post('/queue-result', (c) =>
      ask(c, {
        kind: 'waitEnded',
        call: callSid(c),
        how: waitEnds.get(c.var.params['QueueResult'] ?? '') ?? 'answered',
      }),
    )
    .post('/room/:id', (c) => ask(c, { kind: 'goesOn', place: { at: 'room', callId: idOf(c) } }))
    .post('/outbound/:id', (c) => ask(c, { kind: 'goesOn', place: { at: 'outbound', callId: idOf(c) } }))
    .post('/queue/:id', (c) => ask(c, { kind: 'goesOn', place: { at: 'queue', callId: idOf(c) } }))
    .post('/after-room', (c) => ask(c, { kind: 'leftRoom', call: callSid(c) }))
    .on(['GET', 'POST'], '/hold', (c) => ask(c, { kind: 'goesOn', place: { at: 'hold' } }))
    .post('/room-wait', (c) => ask(c, { kind: 'goesOn', place: { at: 'roomWait' } }))
    .post('/voicemail', (c) =>
      ask(c, { kind: 'voicemailLeft', call: callSid(c), recording: toLeftMessage(read(c, VoicemailEvent)) }),
    )
    .post('/conference', (c) => tell(c, toRoomNews(read(c, RoomEvent))))
    .post('/status', (c) => tell(c, toLegNews(read(c, LegEvent), null)))
    .post('/status/:id', (c) => tell(c, toLegNews(read(c, LegEvent), { callId: idOf(c) })))
    .post('/leg/:id', (c) => tell(c, toLegNews(read(c, LegEvent), { offerId: idOf(c) })))
    .post('/recording', (c) => tell(c, toRecordingNews(read(c, RecordingEvent))))
    .post('/turns', (c) => tell(c, toTranscriptNews(read(c, TranscriptEvent))))
}
