import { z } from 'zod'
import { actList, acts } from './acts/acts.ts'
import type { TicketAct } from './define-act.ts'

const nameOf = (action: string, what: string) => `${action.charAt(0).toUpperCase()}${action.slice(1)}${what}`

const bodyOf = ({ action, input }: TicketAct) => {
  const given = input.meta({ id: nameOf(action, 'Input') })
  return z
    .strictObject({
      action: z.literal(action),
      version: z.number().int().positive().describe('The version of the ticket that was seen'),
      input: input.safeParse({}).success ? given.optional() : given,
    })
    .meta({ id: nameOf(action, 'Act') })
}

/**
 * Every act on a ticket as it is sent, each with its own input: for the API's document. The request is checked in two steps, for which act may
 * be made, and by whom, is decided before its input is looked at.
 */
export const ActBody = z.discriminatedUnion('action', [bodyOf(acts.accept), ...actList.slice(1).map(bodyOf)]).meta({
  id: 'ActBody',
  discriminator: {
    propertyName: 'action',
    mapping: Object.fromEntries(actList.map(({ action }) => [action, `#/components/schemas/${nameOf(action, 'Act')}`])),
  },
  samples: [
    { action: 'note', version: 2, input: { text: '已到现场核实', visibility: 'unit' } },
    { action: 'accept', version: 1 },
  ],
})
