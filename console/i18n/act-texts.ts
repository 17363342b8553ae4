import type { ActFields } from '../../api/tickets/life/act-form.types.ts'
import type { Acts } from '../../api/tickets/life/acts/acts.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'

type FieldsOf<Action extends TicketAction> = Acts[Action]['fields']
type FieldName<Action extends TicketAction> = keyof FieldsOf<Action> & string
type Hinted<Action extends TicketAction> = {
  [Name in FieldName<Action>]: FieldsOf<Action>[Name] extends { hint: true } ? Name : never
}[FieldName<Action>]

/** A field's label; with its line of help where the act says that it has one. */
type FieldText<Field> = Field extends { hint: true } ? { label: string; hint: string } : string

/**
 * The texts of one act in one language.
 * @internal exported for its test
 */
export type ActText<Act extends { fields: ActFields }> = [keyof Act['fields']] extends [never]
  ? { name: string; done: string }
  : { name: string; done: string; fields: { [Name in keyof Act['fields']]: FieldText<Act['fields'][Name]> } }

/**
 * The texts of every act in one language, as the acts themselves ask for them: what is missing does not compile.
 * `name` stands on the button, in the menu, beside its key and over its form; `done` in the timeline and the audit, of an act that was done.
 */
export type ActTexts = { [Action in TicketAction]: ActText<Acts[Action]> }

/** The keys under which those texts are read: `action.answer`, `done.answer`, `form.answer.text`, `form.answer.text.hint`. */
export type ActTextKey = {
  [Action in TicketAction]:
    | `action.${Action}`
    | `done.${Action}`
    | `form.${Action}.${FieldName<Action>}`
    | `form.${Action}.${Hinted<Action>}.hint`
}[TicketAction]

type Choice = { kind: 'choice'; options: readonly string[]; words: string }
type OptionKeyOf<Field> = Field extends Choice ? `${Field['words']}.${Field['options'][number]}` : never
/** The words of every choice that an act offers; a dictionary must have them all. */
export type OptionKey = { [Action in TicketAction]: OptionKeyOf<FieldsOf<Action>[FieldName<Action>]> }[TicketAction]

interface AnyActText {
  name: string
  done: string
  fields?: Readonly<Record<string, string | { label: string; hint: string }>>
}
const entriesOf = ([action, { name, done, fields = {} }]: [string, AnyActText]): [string, string][] => [
  [`action.${action}`, name],
  [`done.${action}`, done],
  ...Object.entries(fields).flatMap(([field, text]): [string, string][] =>
    typeof text === 'string'
      ? [[`form.${action}.${field}`, text]]
      : [
          [`form.${action}.${field}`, text.label],
          [`form.${action}.${field}.hint`, text.hint],
        ],
  ),
]

/** The acts' texts as a dictionary has its texts: flat, by key. */
export const actTexts = (texts: ActTexts): Record<ActTextKey, string> =>
  // Entries lose their keys; every one of them is made from a text that the type demands.
  Object.fromEntries(Object.entries<AnyActText>(texts).flatMap((entry) => entriesOf(entry))) as Record<
    ActTextKey,
    string
  >
