import X from 'lucide-solid/icons/x'
import { createMemo, For, Show } from 'solid-js'
import type { UnitLevel } from '../../../api/vocabulary/directory.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Combobox } from '../../ui/fields/Combobox.tsx'
import type { Option } from '../../ui/fields/combobox.models.ts'
import type { FieldProps } from '../../ui/fields/Field.tsx'
import { unitsQuery } from '../tickets.queries.ts'
import { asOptions, known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** Units as options, found by name, English name and alias; a unit shows its level. */
export const createUnitOptions = (level: () => UnitLevel | undefined, parentId: () => string | null | undefined) => {
  const { t, inLocale } = useI18n()
  const query = useQuery(() => unitsQuery())
  const units = createMemo(() => known(query) ?? [])
  const options = createMemo((): Option[] =>
    units()
      .filter((unit) => unit.active && (level() ? unit.level === level() : unit.level !== 'city'))
      .filter((unit) => !parentId() || unit.parentId === parentId())
      .map((unit) => ({
        value: unit.id,
        label: inLocale(unit.name, unit.nameEn),
        hint: t(`unitLevel.${unit.level}`),
        keywords: [inLocale(unit.nameEn, unit.name), ...unit.aliases].join(' '),
      })),
  )
  return {
    options,
    state: asOptions(query),
    nameOf: (id: string) => options().find(({ value }) => value === id)?.label ?? id,
  }
}

interface UnitFieldProps extends FieldProps {
  value: string | null
  onChange: (id: string | null) => void
  level?: 'district' | 'street' | undefined
  /** Only units under this one. */
  parentId?: string | null | undefined
  placeholder?: string
}

/** One unit, by typing; it can be taken away again. */
export const UnitField = (props: UnitFieldProps) => {
  const { t } = useI18n()
  const units = createUnitOptions(
    () => props.level,
    () => props.parentId,
  )
  return (
    <div class="relative">
      <Combobox
        label={props.label}
        hint={props.hint}
        error={props.error}
        required={props.required ?? false}
        options={units.options()}
        {...units.state}
        value={props.value ?? undefined}
        placeholder={props.placeholder ?? t('act.choose')}
        onChange={(id) => props.onChange(id)}
      />
      <Show when={props.value}>
        <button
          type="button"
          class="absolute top-0 right-0 inline-flex items-center gap-1 rounded-sm text-sm text-muted hover:text-text"
          aria-label={t('ui.clearFilter', { name: props.label })}
          onClick={() => props.onChange(null)}
        >
          {t('ui.clear')}
        </button>
      </Show>
    </div>
  )
}

/** Several units: chosen ones as chips, one box that adds. */
export const UnitsField = (
  props: FieldProps & {
    value: readonly string[]
    onChange: (ids: readonly string[]) => void
    /** Only these are offered. */
    among?: readonly string[] | undefined
  },
) => {
  const { t } = useI18n()
  const units = createUnitOptions(
    () => undefined,
    () => undefined,
  )
  const left = () =>
    units
      .options()
      .filter(({ value }) => !props.value.includes(value) && (props.among === undefined || props.among.includes(value)))
  return (
    <div class="flex flex-col gap-1.5">
      <Combobox
        label={props.label}
        hint={props.hint}
        error={props.error}
        options={left()}
        {...units.state}
        value={undefined}
        placeholder={t('act.choose')}
        onChange={(id) => props.onChange([...props.value, id])}
      />
      <Show when={props.value.length > 0}>
        <ul class="flex flex-wrap gap-1.5" aria-label={props.label}>
          <For each={props.value}>
            {(id) => (
              <li class="inline-flex min-h-7 items-center gap-1 rounded-full bg-sunken pl-2.5 text-sm">
                {units.nameOf(id)}
                <button
                  type="button"
                  class="inline-flex size-7 items-center justify-center rounded-full text-muted hover:text-text max-sm:size-11"
                  aria-label={t('files.remove', { name: units.nameOf(id) })}
                  onClick={() => props.onChange(props.value.filter((other) => other !== id))}
                >
                  <X size={12} aria-hidden="true" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
