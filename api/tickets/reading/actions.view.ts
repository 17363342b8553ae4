import type { z } from 'zod'
import type { Actor } from '../../vocabulary/actor.ts'
import type { TicketActionDto } from '../ticket.dto.ts'
import { moves } from '../life/ticket.machine.ts'
import { allowedActions, type TicketFacts } from '../life/ticket.rules.ts'
import type { TicketAction, TicketState } from '../../vocabulary/ticket.ts'

/** The next right act of a state, in order: the first one the reader may take is the primary button. */
const nextRight: Partial<Record<TicketState, readonly TicketAction[]>> = {
  received: ['accept'],
  accepted: ['submit', 'dispatch'],
  awaitingDispatch: ['dispatch'],
  dispatched: ['sign'],
  handling: ['approveExtension', 'answer', 'report'],
  returnRequested: ['upholdReturn'],
  paused: ['resume'],
  answered: ['passReview'],
  awaitingFollowUp: ['close'],
}

const undoing: readonly TicketAction[] = [
  'decline',
  'transferOut',
  'returnTicket',
  'withdraw',
  'terminate',
  'merge',
  'redo',
  'sendBack',
  'rejectReturn',
  'refuseExtension',
]

/** Required fields of an act's input. */
export const requiredFields = (input: z.ZodType): string[] => {
  const shape: unknown = Reflect.get(input, 'shape')
  if (typeof shape !== 'object' || shape === null) return []
  return Object.entries(shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
    field.safeParse(undefined).success ? [] : [name],
  )
}

/** The moves this reader may make now, for the buttons. */
export const actionsFor = (
  facts: TicketFacts,
  actor: Actor,
  now: Date,
  inputs: ReadonlyMap<TicketAction, z.ZodType>,
): TicketActionDto[] => {
  const allowed = allowedActions(facts, actor, now)
  const primary = nextRight[facts.state]?.find((action) => allowed.includes(action))
  return allowed.map((action) => {
    const input = inputs.get(action)
    return {
      action,
      tone: action === primary ? 'primary' : undoing.includes(action) ? 'danger' : 'normal',
      needs: input ? requiredFields(input) : [],
      tells: [...moves[action].tells],
    }
  })
}
