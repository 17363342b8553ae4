import { z } from 'zod'

/** An effect promised now and done by the outbox worker. Equal keys mean one effect. Made by the effect's own `promise`. */
export interface OutboxNote {
  topic: string
  key: string
  payload: Record<string, unknown>
  runAt?: Date
  /** It reaches a citizen: see `defineEffect`. */
  reachesCitizen?: true
}

/** One kind of effect: its topic, what a job of it carries, and whether it may be done again when nobody knows whether it was done. */
export interface Effect<Payload extends object = object> {
  topic: string
  payload: z.ZodType<Payload>
  /** False: a worker that died in the middle leaves the job `unknown`, for somebody may have got what it sends. */
  repeatable: boolean
  /** What a verb hands to `record`; the same key is promised once. */
  promise(key: string, payload: Payload): OutboxNote
}

/**
 * Defines an effect, beside the room's handler of it. `reachesCitizen`: after a restore, what a timer promises of this kind is held with what
 * waited, for the timer may have gone off before the restore already.
 */
export const defineEffect = <Shape extends z.ZodRawShape>(
  topic: string,
  shape: Shape,
  { repeatable, reachesCitizen }: { repeatable: boolean; reachesCitizen?: true },
): Effect<z.output<z.ZodObject<Shape>> & object> => ({
  topic,
  payload: z.object(shape),
  repeatable,
  promise: (key, payload) => ({ topic, key, payload: { ...payload }, ...(reachesCitizen && { reachesCitizen }) }),
})
