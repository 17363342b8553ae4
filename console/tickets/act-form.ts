import type { ActField } from '../../api/tickets/life/act-form.types.ts'
import type { TicketAct } from '../../api/tickets/life/define-act.ts'

/** One field of an act's form. */
export type FieldSpec = ActField & { name: string }

/** What the console draws of an act: its key, and its form with the fields in the order one fills them in. */
export interface ActForm {
  key: string
  fields: readonly FieldSpec[]
  /** Sends the ticket to units: shows to whom and with which limit. */
  plan?: true
  /** Starts from what the ticket says, and only what was changed is sent. */
  edits?: true
}

/** What the console needs of an act, as plain data. */
export const formOf = ({
  key,
  fields,
  plan,
  edits,
}: Pick<TicketAct, 'key' | 'fields' | 'plan' | 'edits'>): ActForm => ({
  key,
  fields: Object.entries(fields).map(([name, field]) => ({ name, ...field })),
  ...(plan && { plan }),
  ...(edits && { edits }),
})
