import { createMemo } from 'solid-js'
import type { MatterTreeDto } from '../../../api/catalogue/catalogue.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Combobox } from '../../ui/fields/Combobox.tsx'
import type { Option } from '../../ui/fields/combobox.models.ts'
import type { FieldProps } from '../../ui/fields/Field.tsx'
import { mattersQuery } from '../tickets.queries.ts'
import { asOptions, known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** The catalogue as a tree of options; branches can be chosen only where a filter means everything under them. */
export const createMatterOptions = (branches: () => boolean) => {
  const { inLocale } = useI18n()
  const query = useQuery(() => mattersQuery())
  const options = createMemo((): Option[] => {
    const walk = (nodes: readonly MatterTreeDto[]): Option[] =>
      nodes.flatMap((matter) => [
        {
          value: matter.code,
          label: inLocale(matter.name, matter.nameEn),
          parent: matter.parentCode ?? undefined,
          keywords: [inLocale(matter.nameEn, matter.name), matter.code, ...matter.examples].join(' '),
          heading: matter.children.length > 0 && !branches(),
        },
        ...walk(matter.children),
      ])
    return walk(known(query) ?? [])
  })
  return { options, state: asOptions(query) }
}

/** A matter of the catalogue: a tree to open, or found by typing its name, branch or an example. */
export const MatterField = (
  props: FieldProps & {
    value: string | null
    onChange: (code: string) => void
    branches?: boolean
    placeholder?: string
  },
) => {
  const { t } = useI18n()
  const matters = createMatterOptions(() => props.branches ?? false)
  return (
    <Combobox
      label={props.label}
      hint={props.hint}
      error={props.error}
      required={props.required ?? false}
      hideLabel={props.hideLabel ?? false}
      options={matters.options()}
      {...matters.state}
      value={props.value ?? undefined}
      placeholder={props.placeholder ?? t('act.choose')}
      onChange={(code) => props.onChange(code)}
    />
  )
}
