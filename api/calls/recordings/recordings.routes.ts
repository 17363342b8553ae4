import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, file, ok, sendFile, type ApiEnv } from '../../platform/http.ts'
import { idPattern } from '../../platform/ids.ts'
import { RecordingDto, TranscriptLineDto } from '../calls.dto.ts'
import type { Calls } from '../calls.ts'

const tags = ['recordings']
const OfTicket = z.strictObject({ ticket: z.string().regex(idPattern('ticket')).describe('Id of the ticket') })
const RecordingParam = z.object({ id: z.string().regex(idPattern('recording')).describe('Id of the recording') })
const RecordingsDto = z.object({ items: z.array(RecordingDto) }).meta({ id: 'Recordings' })
const TranscriptDto = z
  .object({ items: z.array(TranscriptLineDto.extend({ callId: z.string() }).meta({ id: 'CallLine' })) })
  .meta({ id: 'CallTranscript' })

/** `/api/recordings`: what was said on the telephone, as sound. Every listening is in the audit. */
export const recordingsRoutes = (calls: Calls) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'recordings.ofTicket',
        tags,
        summary: 'Recordings of a ticket’s calls, oldest first',
        responses: ok(RecordingsDto, 'ticket.not-found'),
      }),
      check('query', OfTicket),
      async (c) => {
        const rows = await calls.recordings(c.var.actor, c.req.valid('query').ticket)
        return c.json(RecordingsDto.parse({ items: rows.map(calls.views.recording) }), 200)
      },
    )
    .get(
      '/transcript',
      describeRoute({
        operationId: 'recordings.transcript',
        tags,
        summary: 'What was said in a ticket’s calls, written down, oldest first',
        responses: ok(TranscriptDto),
      }),
      check('query', OfTicket),
      async (c) => {
        const lines = await calls.transcript(c.var.actor, c.req.valid('query').ticket)
        return c.json(
          TranscriptDto.parse({ items: lines.map((line) => ({ ...line, at: line.at.toISOString() })) }),
          200,
        )
      },
    )
    .get(
      '/:id/sound',
      describeRoute({
        operationId: 'recordings.hear',
        tags,
        summary: 'The sound itself, MP3',
        responses: file('The sound', ['audio/mpeg'], 'recording.not-found', 'recording.not-ready'),
      }),
      check('param', RecordingParam),
      async (c) =>
        sendFile(c, await calls.hear(c.var.actor, c.req.valid('param').id), {
          'content-type': 'audio/mpeg',
          'content-security-policy': "sandbox; default-src 'none'",
          'cache-control': 'private, no-store',
        }),
    )
export type RecordingsRoutes = ReturnType<typeof recordingsRoutes>
