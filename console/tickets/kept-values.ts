import type { TicketAction } from '../../api/tickets/ticket.types.ts'
import type { Values } from './action-values.ts'

const keyOf = (ticketId: string, action: TicketAction) => `yixian.sheet.${ticketId}.${action}`

/** What was written into an action sheet and not sent yet; gone with the tab. */
export const readKept = (ticketId: string, action: TicketAction): Values | undefined => {
  try {
    const text = sessionStorage.getItem(keyOf(ticketId, action))
    return text === null ? undefined : asValues(JSON.parse(text))
  } catch {
    return undefined
  }
}

export const writeKept = (ticketId: string, action: TicketAction, values: Values | undefined): void => {
  if (values === undefined) sessionStorage.removeItem(keyOf(ticketId, action))
  else sessionStorage.setItem(keyOf(ticketId, action), JSON.stringify(values))
}

/** Only `writeKept` writes under these keys, from a `Values`. */
const asValues = (value: unknown): Values => value as Values
