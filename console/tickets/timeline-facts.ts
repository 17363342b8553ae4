import type { LimitUnit } from '../../api/vocabulary/catalogue.ts'
import type { TimelineEntryDto } from '../../api/tickets/ticket.dto.ts'
import type { Formatters } from '../i18n/formatters.ts'
import type { useI18n } from '../i18n/i18n.tsx'
import type { ActForm } from './act-form.ts'
import { actForms } from './act-forms.at-build.ts'

interface FactDeps extends Pick<ReturnType<typeof useI18n>, 't' | 'maybe'> {
  format: Pick<Formatters, 'due' | 'moment'>
  unitName: (id: string) => string
  /** Between names: `、` or `, `. */
  comma: string
  limit: (limit: { value: number; unit: LimitUnit }) => string
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((one) => textOf(one) ?? []) : [])
const limitUnits: readonly LimitUnit[] = ['h', 'cd', 'wd', 'wh']
const limitOf = (value: unknown): { value: number; unit: LimitUnit } | null => {
  if (typeof value !== 'object' || value === null) return null
  const amount = Reflect.get(value, 'value')
  const unit = limitUnits.find((one) => one === Reflect.get(value, 'unit'))
  return typeof amount === 'number' && unit ? { value: amount, unit } : null
}

/** The form of an act; nothing for what else stands in the timeline. */
const formOf = (type: string): ActForm | undefined => (actForms as Readonly<Record<string, ActForm>>)[type]

/** What followed from an act, read from the data of its entry: units, limit, due time, what was chosen in its form. Unknown data says nothing. */
export const entryFacts = (entry: Pick<TimelineEntryDto, 'type' | 'data'>, deps: FactDeps): string[] => {
  const { t, maybe } = deps
  const { data, type } = entry
  const names = (key: string) =>
    textsOf(data[key])
      .map((id) => deps.unitName(id))
      .join(deps.comma)
  const lead = type === 'returnTicket' || type === 'upholdReturn' ? null : textOf(data['leadUnitId'])
  const due = textOf(data['dueAt'])
  const coDue = textOf(data['coDueAt'])
  const warnedOf = type === 'warned' ? textOf(data['unitId']) : null
  const limit = limitOf(data['limit'])
  const grade = typeof data['grade'] === 'number' ? maybe(`grade.${data['grade']}`) : undefined
  const said = (key: string, word: string) => {
    const value = textOf(data[key])
    return value === null ? null : (maybe(`${word}.${value}`) ?? value)
  }
  const yesNo = (key: string, label: string) =>
    typeof data[key] === 'boolean' ? t('ticket.said', { label, text: t(data[key] ? 'ticket.yes' : 'ticket.no') }) : null
  const suggested = textOf(data['suggestedUnitId'])
  return [
    lead && t('timeline.lead', { units: deps.unitName(lead) }),
    names('coUnitIds') &&
      [t('timeline.co', { units: names('coUnitIds') }), coDue && t('timeline.due', { at: deps.format.due(coDue) })]
        .filter(Boolean)
        .join(' · '),
    warnedOf && t('timeline.co', { units: deps.unitName(warnedOf) }),
    names('removedUnitIds') && t('timeline.removed', { units: names('removedUnitIds') }),
    names('copyUnitIds') && t('timeline.copied', { units: names('copyUnitIds') }),
    [limit && deps.limit(limit), due && t('timeline.due', { at: deps.format.due(due) })].filter(Boolean).join(' · '),
    type === 'extend' && typeof data['workingDays'] === 'number'
      ? t('timeline.days', { days: data['workingDays'] })
      : null,
    textOf(data['basis']) && type === 'returnTicket'
      ? t('ticket.return.basis', { basis: textOf(data['basis']) ?? '' })
      : null,
    suggested && t('ticket.return.suggested', { unit: deps.unitName(suggested) }),
    type === 'close' ? said('closeReason', 'closeReason') : null,
    [
      ...(formOf(type)?.fields ?? []).map((field) => (field.kind === 'choice' ? said(field.name, field.words) : null)),
      type === 'firstContact' && typeof data['reached'] === 'boolean'
        ? t(data['reached'] ? 'timeline.reached' : 'timeline.notReached')
        : null,
    ]
      .filter(Boolean)
      .join(' · '),
    type === 'followUpAttempt' ? said('outcome', 'followUp.attempt') : null,
    type === 'followUpAnswered'
      ? [yesNo('contacted', t('ticket.followUp.contacted')), yesNo('solved', t('ticket.followUp.solved')), grade]
          .filter(Boolean)
          .join(' · ')
      : null,
    type === 'followUpListed' ? said('listedFor', 'followUp.listed') : null,
    type === 'followUpDecided' ? said('decision', 'followUp.decision') : null,
    type === 'followUpChecked' ? said('check', 'followUp.check') : null,
    data['withoutCall'] === true ? t('followUp.withoutCall.result') : null,
    data['late'] === true ? t('timeline.late') : null,
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '')
}
