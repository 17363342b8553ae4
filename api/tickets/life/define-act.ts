import type { z } from 'zod'
import type { Hearer } from '../../notices/hearers.ts'
import type { TicketState } from '../../vocabulary/ticket.ts'
import type { ActFields, ActInput } from './act-form.types.ts'
import { inputSchema } from './act-input.ts'
import type { Move } from './ticket.machine.ts'
import type { Change, ActContext } from './act.types.ts'
import type { ActDeps } from './act.deps.ts'

/**
 * One act on a ticket, whole: the row of the state table, its button and key, the form it is given with, and what it decides.
 * `decide` writes only rows of its own (an assignment, an answer, a request); the ticket itself is saved by the runner, with
 * `WHERE version = ?`.
 */
export interface ActDefinition<Action extends string, Fields extends ActFields> extends Move {
  action: Action
  /** The states in which it is the next right act, with its rank among those: the first that one may take is the primary button. */
  primaryIn?: Partial<Record<TicketState, number>>
  /** Takes away or ends something: drawn as such, and confirmed by name. */
  danger?: true
  /** The key on a ticket's page; two acts share one only where nobody may take both. */
  key: string
  /** Sends the ticket to units: the form shows to whom and with which limit. */
  plan?: true
  /** The form starts from what the ticket says, and only what was changed is sent. */
  edits?: true
  /** The form, in the order one fills it in; the input of the API is read from it. */
  fields: Fields
  /** A rule of the input that no single field can say. */
  rule?(schema: z.ZodType<ActInput<Fields>>): z.ZodType<ActInput<Fields>>
  decide(context: ActContext, input: ActInput<Fields>, deps: ActDeps): Promise<Change>
}

/** An act with the schema of its input. */
export interface TicketAct<Action extends string = string, Fields extends ActFields = ActFields> extends ActDefinition<
  Action,
  Fields
> {
  input: z.ZodType<ActInput<Fields>>
}

/** An act that does not tell the citizen names no notice: it would not be sent. */
interface NoticeOnlyIfTold<Fields extends ActFields, Tells extends readonly Hearer[]> {
  tells: Tells
  decide(
    context: ActContext,
    input: ActInput<Fields>,
    deps: ActDeps,
  ): Promise<'citizen' extends Tells[number] ? Change : Change & { notice?: null }>
}

/** Defines an act; everything else about it (API, diagram, form, button, key, texts) is derived from this one value. */
export const defineAct = <
  const Action extends string,
  const Fields extends ActFields,
  const Tells extends readonly Hearer[],
>(
  act: ActDefinition<Action, Fields> & NoticeOnlyIfTold<Fields, Tells>,
): TicketAct<Action, Fields> => {
  const schema = inputSchema(act.fields)
  return { ...act, input: act.rule ? act.rule(schema) : schema }
}
