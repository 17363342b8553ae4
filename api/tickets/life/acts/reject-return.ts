import { z } from 'zod'
import { decideReturn } from '../../units/requests.store.ts'
import { clockPatch } from '../../units/send-to-units.ts'
import { Remark } from '../ticket.input.ts'
import { activeAssignments } from '../../tickets.store.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z.strictObject({ note: Remark })

/**
 * The objection is not right (异议不成立): the ticket goes back to where it was, the clock never stopped. What fell due while the unit
 * waited for this decision, and was not told for that reason, is told now.
 */
export const rejectReturn = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'rejectReturn',
  input: Input,
  async decide({ tx, actor, now, ticket }, { note }) {
    await decideReturn(tx, ticket.id, { state: 'rejected', at: now, by: actor.id, note })
    const { clock, warned } = ticket
    const state = ticket.stateBefore ?? ticket.state
    const patch = clock ? clockPatch(deps, { state, warned }, clock, await activeAssignments(tx, ticket.id)) : {}
    return { patch: { ...patch, stateBefore: null }, text: note, reason: note }
  },
})
