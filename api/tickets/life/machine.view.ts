import { z } from 'zod'
import { moves } from './ticket.machine.ts'
import { assignmentRoles, ticketActions, ticketStates, type TicketAction } from '../../vocabulary/ticket.ts'

export const MachineDto = z.object({
  states: z.array(z.enum(ticketStates)),
  moves: z.array(
    z.object({
      action: z.enum(ticketActions),
      from: z.array(z.enum(ticketStates)),
      /** A state, `same`, or `before` (where the side state was entered from). */
      to: z.string(),
      roles: z.array(z.string()),
      /** The part in the ticket that unit roles must have. */
      part: z.enum(assignmentRoles).nullable(),
      guards: z.array(z.string()),
      tells: z.array(z.string()),
      source: z.string(),
      /** JSON Schema of the act's input. */
      input: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type MachineDto = z.infer<typeof MachineDto>

/** The whole table, for the diagram, the help pages and the forms of the acts. */
export const machineDto = (inputs: ReadonlyMap<TicketAction, z.ZodType>): MachineDto =>
  MachineDto.parse({
    states: ticketStates,
    moves: ticketActions.map((action) => {
      const input = inputs.get(action)
      return { action, part: null, ...moves[action], input: input ? z.toJSONSchema(input, { io: 'input' }) : {} }
    }),
  })
