import type { LimitUnit } from '../../vocabulary/catalogue.ts'

/** What a field of an act's form takes; what is sent for it and how it is drawn both follow from this. */
type FieldKind =
  /** Words, at most `most` UTF-16 units; `rows` is the height of the box. */
  | { kind: 'text'; most: number; rows: number }
  /** One of a list, whose words stand in the dictionary as `<words>.<option>`. */
  | { kind: 'choice'; options: readonly string[]; words: string; fallback?: string }
  | { kind: 'yesNo'; fallback?: boolean }
  /** A whole number. */
  | { kind: 'number'; least: number; most: number; fallback: number }
  /** A moment, ISO 8601 with an offset. */
  | { kind: 'moment' }
  /** A unit by its id; `level` narrows what is offered. */
  | { kind: 'unit'; level?: 'district' | 'street' }
  /** Several units; `among`: only those that help with the ticket. */
  | { kind: 'units'; most: number; among?: 'helpers' }
  /** A matter of the catalogue by its code. */
  | { kind: 'matter' }
  /** Another ticket by its id. */
  | { kind: 'ticket' }
  /** Files that were uploaded before, by their ids. */
  | { kind: 'files' }
  /** How long, and the rule it rests on. */
  | { kind: 'limit' }
  /** How long, within a limit that has its basis already. */
  | { kind: 'subLimit' }

/** One field of an act's input and of its form. */
export type ActField = FieldKind & {
  required?: true
  /** May be sent as null: what the ticket says is taken away. */
  clearable?: true
  /** Folded away in the form until asked for. */
  extra?: true
  /** Has a line of help under it, which every language must then give. */
  hint?: true
}
/** The fields of an act by name, in the order one fills them in. */
export type ActFields = Readonly<Record<string, ActField>>

/** How long a limit set by hand is, and what it rests on. */
interface LimitGiven {
  value: number
  unit: LimitUnit
  basis: string
  basisEn?: string | undefined
}

interface Values {
  text: string
  yesNo: boolean
  number: number
  moment: string
  unit: string
  units: string[]
  matter: string
  ticket: string
  files: string[]
  limit: LimitGiven
  subLimit: Pick<LimitGiven, 'value' | 'unit'>
}
type ValueOf<Field extends ActField> =
  | (Field extends { kind: 'choice'; options: readonly (infer Option)[] }
      ? Option
      : Field extends { kind: infer Kind extends keyof Values }
        ? Values[Kind]
        : never)
  | (Field extends { clearable: true } ? null : never)
type Required<Fields extends ActFields> = {
  [Name in keyof Fields]: Fields[Name] extends { required: true } ? Name : never
}[keyof Fields]

/** What an act is given, read from its fields: a required one is there, any other may be left out. */
export type ActInput<Fields extends ActFields> = {
  [Name in Required<Fields>]: ValueOf<Fields[Name]>
} & {
  [Name in Exclude<keyof Fields, Required<Fields>>]?: ValueOf<Fields[Name]> | undefined
}
