import { z } from 'zod'
import { endAssignments } from '../../units/assignments.store.ts'
import { cancelRequests, decideReturn } from '../../units/requests.store.ts'
import { dispatchWaitMs } from '../../ticket.settings.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import { dueBeforeDispatch } from '../../tickets.store.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z.strictObject({ note: Remark })

/** The objection is right (异议成立): the assignment ends, the clock is taken off, the ticket waits for another unit. */
export const upholdReturn = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'upholdReturn',
  input: Input,
  async decide({ tx, actor, now, ticket }, { note }) {
    await decideReturn(tx, ticket.id, { state: 'upheld', at: now, by: actor.id, note })
    await cancelRequests(tx, ticket.id, now, actor.id)
    await endAssignments(tx, ticket.id, now, 'returned')
    return {
      patch: {
        leadUnitId: null,
        whyUnit: null,
        dispatchedAt: null,
        stateBefore: null,
        clock: null,
        dueAt: null,
        dueSort: dueBeforeDispatch(ticket),
        warned: 0,
        warnAt: new Date(now.getTime() + dispatchWaitMs(deps.settings, ticket.urgency)),
        extensionCount: 0,
      },
      text: note,
      reason: note,
      data: { unitId: ticket.leadUnitId },
    }
  },
})
