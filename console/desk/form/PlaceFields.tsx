import { createMemo } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createFieldError } from '../../ui/fields/create-field-error.ts'
import { Combobox } from '../../ui/fields/Combobox.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { areaOptions, choiceOfArea } from '../area.models.ts'
import type { IntakeWork } from '../create-intake.ts'
import { areasQuery } from '../desk.queries.ts'
import { asOptions, known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** Where it is: as said, and the district or street that it belongs to. */
export const PlaceFields = (props: { work: IntakeWork; field: (input: HTMLInputElement) => void }) => {
  const { t, inLocale } = useI18n()
  const fieldError = createFieldError()
  const areas = useQuery(() => ({ ...areasQuery(), throwOnError: false }))
  const units = () => known(areas) ?? []
  const options = createMemo(() => areaOptions(units(), (unit) => inLocale(unit.name, unit.nameEn)))
  const form = () => props.work.form()
  return (
    <div class="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <TextField
        label={t('desk.place')}
        value={form().place}
        error={fieldError(props.work.problem(), 'place')}
        onChange={(place) => props.work.write({ place })}
        input={{
          placeholder: t('desk.placeHint'),
          maxLength: 300,
          autocomplete: 'off',
          ref: (input) => props.field(input),
        }}
      />
      <Combobox
        label={t('desk.area')}
        options={options()}
        value={form().streetId ?? form().districtId}
        placeholder={t('desk.areaHint')}
        {...asOptions(areas)}
        onChange={(id) => props.work.write(choiceOfArea(units(), id))}
      />
    </div>
  )
}
