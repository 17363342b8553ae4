import { z } from 'zod'
import { defineEffect } from '../../platform/effect.ts'

/** What the carrier is asked to do for a call. What makes a new leg is never blindly repeated; the others may be given twice. */

/** Rings an agent's softphone into the call's room. */
export const offerEffect = defineEffect('call.offer', { offerId: z.string() }, { repeatable: false })

/** Rings a citizen. */
export const dialEffect = defineEffect('call.dial', { callId: z.string() }, { repeatable: false })

/** Brings a waiting citizen into the room where the agent is. */
export const connectEffect = defineEffect(
  'call.connect',
  { callId: z.string(), room: z.string() },
  { repeatable: true },
)

/** Sends a citizen who was talking back to the queue. */
export const requeueEffect = defineEffect('call.requeue', { callId: z.string() }, { repeatable: true })

/** Holds or mutes a leg, or lets it back. */
export const changeEffect = defineEffect(
  'call.change',
  {
    room: z.string(),
    leg: z.string(),
    change: z.union([z.object({ hold: z.boolean() }), z.object({ muted: z.boolean() })]),
  },
  { repeatable: true },
)

/** Writes down what an agent says. Twice told would be twice written. */
export const transcribeEffect = defineEffect(
  'call.transcribe',
  { legRef: z.string(), language: z.enum(['zh', 'en']) },
  { repeatable: false },
)

/** Hangs a leg up. */
export const dropEffect = defineEffect('call.drop', { legRef: z.string() }, { repeatable: true })
