import { z } from 'zod'
import { Remark } from '../ticket.input.ts'
import type { TicketVerb } from '../ticket.verb.ts'

/** Daily by the hotline, listed (挂牌督办), by interview (约谈督办): WF 26. */
export const superviseKinds = ['daily', 'listed', 'interview'] as const
/** JN 28. */
export const superviseTriggers = [
  'overdue',
  'repeated',
  'unsolved',
  'refused',
  'badEffect',
  'staleKnowledge',
  'other',
] as const

const Input = z.strictObject({ kind: z.enum(superviseKinds), trigger: z.enum(superviseTriggers), text: Remark })

/** Puts a ticket under supervision (督办). Moves no clock. */
export const superviseTicket: TicketVerb<typeof Input> = {
  action: 'supervise',
  input: Input,
  async decide(_, { kind, trigger, text }) {
    return { patch: { supervised: true }, text, reason: trigger, data: { kind, trigger } }
  },
}
