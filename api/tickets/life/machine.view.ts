import { z } from 'zod'
import { assignmentRoles, ticketStates, ticketActions } from '../../vocabulary/ticket.ts'
import { actList } from './acts/acts.ts'
import type { TicketAct } from './define-act.ts'

export const MachineDto = z
  .object({
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
  .meta({ id: 'Machine' })
export type MachineDto = z.infer<typeof MachineDto>

/**
 * The row of an act in the table, with the JSON Schema of its input.
 * @internal exported for its test
 */
export const machineRow = ({ action, from, to, roles, part, guards, tells, source, input }: TicketAct) => ({
  action,
  from,
  to,
  roles,
  part: part ?? null,
  guards,
  tells,
  source,
  input: z.toJSONSchema(input, { io: 'input' }),
})

/** The whole table, for the diagram, the help pages and the forms of the acts. */
export const machineDto = (): MachineDto =>
  MachineDto.parse({ states: ticketStates, moves: actList.map((act) => machineRow(act)) })
