import { z } from 'zod'
import { LiveEvent } from '../../vocabulary/live-events.ts'

const id = z.string().describe('Send it back as `Last-Event-ID` to go on from here')

/** A message of the stream, its `data` read as JSON. */
export const LiveMessage = z
  .discriminatedUnion('event', [
    z
      .strictObject({
        event: z.enum(['ready', 'reset']),
        id,
        retry: z.int().describe('Milliseconds after which to come back'),
        data: z.strictObject({ seq: z.int() }),
      })
      .describe('The first of a stream: where it starts. `reset`: too much was missed, read everything anew'),
    z.strictObject({ event: z.literal('ping'), data: z.literal('') }).describe('Nothing happened for a while'),
    z.strictObject({ event: z.literal('message'), id, data: LiveEvent }).describe('Something happened'),
  ])
  .meta({
    id: 'LiveMessage',
    description: 'One message of the stream as a client of server-sent events gives it, `data` read as JSON.',
    samples: [
      { event: 'ready', id: '4711', retry: 3000, data: { seq: 4711 } },
      {
        event: 'message',
        id: '4712',
        data: {
          seq: 4712,
          at: '2026-06-01T02:00:00.000Z',
          topic: 'queue',
          type: 'changed',
          id: 'lin_0sx078s40ja5wjq21f3h',
          payload: { lineId: 'lin_0sx078s40ja5wjq21f3h' },
        },
      },
    ],
  })
