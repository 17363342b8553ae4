import { z } from 'zod'

/**
 * Some types of event that tell the same. `on`: what happened; `id`: what the event's id names; `tells`: what is told of it, enough to
 * find the thing and nothing that one of its listeners may not see.
 */
export const event = <
  const Topic extends string,
  const Types extends readonly [string, ...string[]],
  Tells extends z.ZodType,
>(one: {
  topic: Topic
  types: Types
  on: string
  id: string
  tells: Tells
}) =>
  z
    .strictObject({
      seq: z.int().describe('grows with every event; a stream goes on after the last one seen'),
      at: z.iso.datetime(),
      topic: z.literal(one.topic),
      type: z.enum(one.types),
      id: z.string().describe(one.id),
      payload: one.tells,
    })
    .describe(one.on)
/** What is told, and nothing beside it. */
export const facts = z.strictObject
