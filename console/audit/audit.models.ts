import type { AuditQuestion } from './audit.api.ts'

/** What the address says about the filters. Days are the city's. */
export interface AuditFilters {
  entity: string
  id: string
  who: string
  action: string
  from: string
  to: string
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
const dayStart = (day: string, plus = 0) =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + plus * 86_400_000).toISOString()

/** The question for the server: empty filters and broken days left out, the last day included. */
export const toQuestion = (filters: AuditFilters): AuditQuestion => {
  const { entity, id, who, action, from, to } = filters
  return {
    ...(entity !== '' && { entity }),
    // a ticket's number is said, and shown, four by four
    ...(id.trim() !== '' && { entityId: id.replaceAll(' ', '') }),
    ...(who !== '' && { actorId: who }),
    ...(action.trim() !== '' && { action: action.trim() }),
    ...(isDay(from) && { from: dayStart(from) }),
    ...(isDay(to) && { to: dayStart(to, 1) }),
  }
}

/** A field that a record changed. */
export interface Change {
  field: string
  before: unknown
  after: unknown
}
type Fields = Readonly<Record<string, unknown>> | null

/** Both sides of a change by field, in the order in which they were written down. */
export const changesOf = (before: Fields, after: Fields): Change[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map((field) => ({
    field,
    before: before?.[field],
    after: after?.[field],
  }))
