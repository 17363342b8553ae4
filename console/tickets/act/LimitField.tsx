import { Show } from 'solid-js'
import type { LimitUnit } from '../../../api/vocabulary/catalogue.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { RadioGroup } from '../../ui/fields/RadioGroup.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { LimitValue } from '../action-values.ts'

const limitUnits: readonly LimitUnit[] = ['wd', 'cd', 'h', 'wh']

/** The limit: the catalogue's, or one set by hand with the rule it rests on. `sub`: of co-handling units, the ticket's own or a shorter one. */
export const LimitField = (props: {
  label: string
  sub?: true
  value: LimitValue | null
  onChange: (value: LimitValue | null) => void
  errors: (part: 'value' | 'unit' | 'basis') => string | undefined
}) => {
  const { t, maybe } = useI18n()
  const unitName = (unit: LimitUnit) => (maybe(`limitUnit.${unit}`, { count: 2 }) ?? unit).replace(/^2\s*个?/u, '')
  return (
    <div class="flex flex-col gap-2">
      <RadioGroup
        label={props.label}
        look="segments"
        value={props.value ? 'byHand' : 'byCatalogue'}
        options={[
          { value: 'byCatalogue', label: t(props.sub ? 'limitField.asLead' : 'limitField.byCatalogue') },
          { value: 'byHand', label: t('limitField.byHand') },
        ]}
        onChange={(choice) =>
          props.onChange(choice === 'byHand' ? { value: props.sub ? 2 : 5, unit: 'wd', basis: '' } : null)
        }
      />
      <Show when={props.value}>
        {(value) => (
          <div class="grid grid-cols-[6rem_minmax(0,1fr)] gap-3 sm:grid-cols-[6rem_10rem_1fr]">
            <TextField
              label={t('limitField.value')}
              type="number"
              value={String(value().value)}
              error={props.errors('value')}
              input={{ min: 1, max: 365, step: 'any', inputMode: 'decimal' }}
              onChange={(text) => props.onChange({ ...value(), value: Number(text) })}
            />
            <Select
              label={t('limitField.unit')}
              value={value().unit}
              error={props.errors('unit')}
              options={limitUnits.map((unit) => ({ value: unit, label: unitName(unit) }))}
              onChange={(unit) => props.onChange({ ...value(), unit })}
            />
            <Show when={!props.sub}>
              <TextField
                class="max-sm:col-span-2"
                label={t('limitField.basis')}
                required
                value={value().basis}
                error={props.errors('basis')}
                input={{ maxLength: 300 }}
                onChange={(basis) => props.onChange({ ...value(), basis })}
              />
            </Show>
          </div>
        )}
      </Show>
    </div>
  )
}
