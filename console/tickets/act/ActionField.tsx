import { Match, Switch } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { RadioGroup } from '../../ui/fields/RadioGroup.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { FieldSpec } from '../act-form.ts'
import type { ActionSheetState } from '../create-action-sheet.ts'
import { FilesField } from './FilesField.tsx'
import { LimitField } from './LimitField.tsx'
import { MatterField } from './MatterField.tsx'
import { TicketField } from './TicketField.tsx'
import { UnitField, UnitsField } from './UnitField.tsx'

type Of<Kind extends FieldSpec['kind']> = Extract<FieldSpec, { kind: Kind }>

/** One field of an act's form, drawn after what kind of thing it takes. */
export const ActionField = (props: {
  field: FieldSpec
  action: TicketAction
  ticket: TicketDto
  sheet: ActionSheetState
}) => {
  const { t } = useI18n()
  const of = <Kind extends FieldSpec['kind']>(kind: Kind): Of<Kind> | undefined =>
    props.field.kind === kind ? asKind<Kind>(props.field) : undefined
  const name = () => props.field.name
  const common = () => ({
    label: props.sheet.label(name()),
    hint: props.sheet.hint(name()),
    error: props.sheet.error(name()),
    required: props.field.required ?? false,
  })
  const text = () => {
    const value = props.sheet.value(name())
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const yesNo = () => {
    const value = props.sheet.value(name())
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined
  }
  const idOrNull = () => text() || null
  const set = props.sheet.set
  const helpers = () =>
    props.ticket.assignments.flatMap(({ unit, role, endedAt }) =>
      role !== 'lead' && endedAt === null ? [unit.id] : [],
    )
  return (
    <Switch>
      <Match when={of('text')}>
        {(field) =>
          field().rows > 1 ? (
            <TextArea
              {...common()}
              value={text()}
              rows={field().rows}
              input={{ maxLength: field().most }}
              onChange={(next) => set(name(), next)}
            />
          ) : (
            <TextField
              {...common()}
              value={text()}
              input={{ maxLength: field().most }}
              onChange={(next) => set(name(), next)}
            />
          )
        }
      </Match>
      <Match when={of('choice')}>
        {(field) => {
          const options = () =>
            field().options.map((value) => ({ value, label: props.sheet.word(`${field().words}.${value}`) }))
          return options().length <= 4 ? (
            <RadioGroup
              {...common()}
              look="segments"
              value={idOrNull() ?? undefined}
              options={options()}
              onChange={(next) => set(name(), next)}
            />
          ) : (
            <Select
              {...common()}
              placeholder={t('act.choose')}
              value={idOrNull() ?? undefined}
              options={options()}
              onChange={(next) => set(name(), next)}
            />
          )
        }}
      </Match>
      <Match when={of('yesNo')}>
        <RadioGroup
          {...common()}
          look="segments"
          value={yesNo()}
          options={[
            { value: 'yes', label: t('ticket.yes') },
            { value: 'no', label: t('ticket.no') },
          ]}
          onChange={(next) => set(name(), next === 'yes')}
        />
      </Match>
      <Match when={of('number')}>
        {(field) => (
          <TextField
            {...common()}
            class="max-w-40"
            type="number"
            value={text()}
            input={{ min: field().least, max: field().most, step: 1, inputMode: 'numeric' }}
            onChange={(next) => set(name(), next === '' ? null : Number(next))}
          />
        )}
      </Match>
      <Match when={of('moment')}>
        <TextField
          {...common()}
          class="max-w-60"
          type="datetime-local"
          value={text()}
          onChange={(next) => set(name(), next)}
        />
      </Match>
      <Match when={of('unit')}>
        {(field) => (
          <UnitField
            {...common()}
            level={field().level}
            parentId={field().level === 'street' ? asText(props.sheet.value('districtId')) : null}
            value={idOrNull() ?? props.sheet.planned(name())}
            onChange={(id) => set(name(), id)}
          />
        )}
      </Match>
      <Match when={of('units')}>
        {(field) => (
          <UnitsField
            {...common()}
            among={field().among === 'helpers' ? helpers() : undefined}
            value={asIds(props.sheet.value(name()))}
            onChange={(ids) => set(name(), ids)}
          />
        )}
      </Match>
      <Match when={of('matter')}>
        <MatterField {...common()} value={idOrNull()} onChange={(code) => set(name(), code)} />
      </Match>
      <Match when={of('ticket')}>
        <TicketField {...common()} ticket={props.ticket} value={idOrNull()} onChange={(id) => set(name(), id)} />
      </Match>
      <Match when={of('files')}>
        <FilesField
          {...common()}
          value={props.sheet.files(name())}
          onChange={(files) => set(name(), files)}
          onBusy={props.sheet.setUploading}
        />
      </Match>
      <Match when={of('limit')}>
        <LimitField
          label={common().label}
          value={props.sheet.limit(name())}
          onChange={(limit) => set(name(), limit)}
          errors={(part) => props.sheet.error(`${name()}.${part}`)}
        />
      </Match>
      <Match when={of('subLimit')}>
        <LimitField
          sub
          label={common().label}
          value={props.sheet.limit(name())}
          onChange={(limit) => set(name(), limit)}
          errors={(part) => props.sheet.error(`${name()}.${part}`) ?? (part === 'value' ? common().error : undefined)}
        />
      </Match>
    </Switch>
  )
}

/** Called only after `kind` was compared. */
const asKind = <Kind extends FieldSpec['kind']>(field: FieldSpec): Of<Kind> => field as Of<Kind>
const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const asIds = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
