import type { AuditDto } from '../../api/audit/audit.dto.ts'
import type { TicketClock } from '../../api/tickets/clock/ticket-clock.types.ts'
import type { z } from 'zod'
import type { PlainKey } from '../i18n/i18n.types.ts'
import { groupNumber } from '../tickets/tickets.models.ts'

export type AuditRow = z.infer<typeof AuditDto>
export type AuditName = NonNullable<AuditRow['about']>
interface WordDeps {
  t: (key: PlainKey) => string
  maybe: (key: string) => string | undefined
  inLocale: (chinese: string, english: string) => string
  moment: (at: string) => string
  limit: (limit: TicketClock['limit']) => string
}

/** What an id stands for, as it is said: a ticket by its number, a person of withheld number as such. */
export const nameText = (name: AuditName, { t, inLocale }: Pick<WordDeps, 't' | 'inLocale'>): string =>
  name.kind === 'ticket'
    ? groupNumber(name.name)
    : name.name === ''
      ? t('softphone.withheld')
      : inLocale(name.name, name.nameEn ?? name.name)

/** Lists of words whose members are values of a field; the field's own name where none is given. */
const lists: Readonly<Record<string, string>> = {
  stateBefore: 'state',
  whyUnit: 'why',
  roles: 'role',
  level: 'unitLevel',
  outcome: 'decline',
}
const stateLists: Readonly<Record<string, string>> = { call: 'call', presence: 'presence', followUp: 'audit.followUp' }
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const nothing = '—'

/** Whether a value is a clock as a ticket keeps it: what the audit wrote down was one when it has both its parts. */
const isClock = (value: object): value is Pick<TicketClock, 'limit' | 'dueAt'> =>
  'dueAt' in value &&
  typeof value.dueAt === 'string' &&
  'limit' in value &&
  typeof value.limit === 'object' &&
  value.limit !== null &&
  'unit' in value.limit

/** One side of a change in words: names for ids, words for codes, days for instants; what has no words as it was written down. */
export const valueText = (
  row: Pick<AuditRow, 'entity' | 'names'>,
  field: string,
  value: unknown,
  deps: WordDeps,
): string => {
  const { t, maybe, inLocale } = deps
  if (value === undefined || value === null || value === '') return nothing
  if (typeof value === 'boolean') return t(value ? 'ticket.yes' : 'ticket.no')
  if (Array.isArray(value))
    return value.map((one) => valueText(row, field, one, deps)).join(inLocale('、', ', ')) || nothing
  if (typeof value === 'string') {
    const name = row.names.find(({ id }) => id === value)
    if (name) return nameText(name, deps)
    // an instant beyond all calendars stands for none
    if (instant.test(value)) return value.startsWith('9999') ? nothing : deps.moment(value)
  }
  if (typeof value === 'object' && isClock(value)) {
    const [limit, due] = [deps.limit(value.limit), deps.moment(value.dueAt)]
    return inLocale(`${limit}，${due} 到期`, `${limit}, due ${due}`)
  }
  if (typeof value !== 'string' && typeof value !== 'number') return JSON.stringify(value)
  const list = field === 'state' ? (stateLists[row.entity] ?? 'state') : (lists[field] ?? field)
  return maybe(`${list}.${value}`) ?? String(value)
}
