import { z } from 'zod'
import { Problem } from '../../problems.ts'
import { pauseTicketClock } from '../ticket-clock.rules.ts'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import { noDue } from '../tickets.store.ts'
import type { VerbDeps } from '../verb.deps.ts'

/** Why a limit may stand still (by analogy with DIS 30, 32; MS20 20). */
export const pauseReasons = ['supplement', 'thirdParty', 'appraisal'] as const

const Input = z.strictObject({ reason: z.enum(pauseReasons), note: Remark })

/** Stops the limit while the citizen, a third party or an appraisal is waited for (挂起). A limit that has passed cannot be stopped. */
export const pauseTicket = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'pause',
  input: Input,
  async decide({ now, ticket }, { reason, note }) {
    if (!ticket.clock) throw new Problem('ticket.illegal-transition')
    return {
      patch: { clock: pauseTicketClock(ticket.clock, now, reason, deps.counting), dueSort: noDue, warnAt: null },
      text: note,
      reason,
      data: { reason },
    }
  },
})
