import type { LimitUnit } from '../../api/vocabulary/catalogue.ts'
import type { TicketDto } from '../../api/tickets/ticket.dto.ts'
import type { ActForm, FieldSpec } from './act-form.ts'

export interface LimitValue {
  value: number
  unit: LimitUnit
  basis: string
}
export interface FileValue {
  id: string
  name: string
  size: number
}
export type FieldValue = string | number | boolean | readonly string[] | readonly FileValue[] | LimitValue | null
/** What is filled in, by field. */
export type Values = Readonly<Record<string, FieldValue>>

const emptyOf = (field: FieldSpec): FieldValue => {
  if (field.kind === 'units' || field.kind === 'files') return []
  if (field.kind === 'limit' || field.kind === 'subLimit') return null
  if (field.kind === 'yesNo' || field.kind === 'choice' || field.kind === 'number') return field.fallback ?? null
  return field.kind === 'text' || field.kind === 'moment' ? '' : null
}

/** What the ticket says already, for the form that corrects it. */
const fromTicket = (ticket: TicketDto): Values => ({
  matterCode: ticket.matter?.code ?? null,
  kind: ticket.kind,
  urgency: ticket.urgency,
  title: ticket.title,
  place: ticket.place ?? '',
  districtId: ticket.district?.id ?? null,
  streetId: ticket.street?.id ?? null,
  confidential: ticket.confidential,
  replyWanted: ticket.replyWanted,
  respondentUnitId: ticket.respondent?.id ?? null,
})

/** What a form starts with. */
export const startValues = (form: ActForm, ticket: TicketDto): Values => {
  const empty = Object.fromEntries(form.fields.map((field) => [field.name, emptyOf(field)]))
  return form.edits ? { ...empty, ...fromTicket(ticket) } : empty
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const trimmed = (value: FieldValue | undefined): FieldValue | undefined =>
  typeof value === 'string' ? value.trim() : value

/** What one field sends; a file by its id, a moment as an instant, a sub-limit without a basis of its own. */
const sent = (field: FieldSpec, value: FieldValue): unknown => {
  if (field.kind === 'files' && Array.isArray(value))
    return value.map((file: FileValue | string) => (typeof file === 'string' ? file : file.id))
  if (field.kind === 'moment' && typeof value === 'string') return new Date(value).toISOString()
  if (field.kind === 'subLimit') return amountOf(value)
  return value
}

export const asLimit = (value: FieldValue | undefined): LimitValue | null =>
  typeof value === 'object' && value !== null && 'basis' in value ? value : null

/** How long a limit is, without what it rests on. */
const amountOf = (value: FieldValue) => {
  const limit = asLimit(value)
  return limit && { value: limit.value, unit: limit.unit }
}

/** The input of the act. Empty fields are left out; a form that edits sends what was changed, and null for what was taken away. */
export const toInput = (form: ActForm, values: Values, start: Values): Record<string, unknown> =>
  Object.fromEntries(
    form.fields.flatMap((field) => {
      const value = trimmed(values[field.name])
      if (form.edits && JSON.stringify(value) === JSON.stringify(trimmed(start[field.name]))) return []
      if (value === undefined || isEmpty(value))
        return form.edits && !isEmpty(start[field.name]) ? [[field.name, null]] : []
      return [[field.name, sent(field, value)]]
    }),
  )

/** Names of the required fields that are still empty, in the order of the form. */
export const missingFields = (form: ActForm, values: Values): string[] =>
  form.fields.filter((field) => field.required && isEmpty(trimmed(values[field.name]))).map(({ name }) => name)

/** Whether somebody wrote or chose anything. */
export const isTouched = (values: Values, start: Values): boolean =>
  Object.keys(values).some((name) => JSON.stringify(trimmed(values[name])) !== JSON.stringify(trimmed(start[name])))
