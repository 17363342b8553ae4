import { For } from 'solid-js'
import { Checkbox } from '../fields/Checkbox.tsx'
import { PanelChip } from './PanelChip.tsx'
import type { Choice } from '../fields/Select.tsx'

/** A filter with choices to tick; an empty value means that it does not filter. */
export interface FilterChipProps<T extends string> {
  label: string
  options: readonly Choice<T>[]
  value: readonly T[]
  onChange: (value: T[]) => void
}

/** One filter of a list: closed it says what holds, open it offers the choices to tick. */
export const FilterChip = <T extends string>(props: FilterChipProps<T>) => {
  const chosen = () => props.options.filter((option) => props.value.includes(option.value))
  const words = () => [chosen()[0]?.label ?? '', chosen().length > 1 ? ` +${chosen().length - 1}` : ''].join('')
  return (
    <PanelChip
      label={props.label}
      words={words()}
      aloud={chosen()
        .map((option) => option.label)
        .join(', ')}
      panel="min-w-48 px-2"
      onClear={() => props.onChange([])}
    >
      <fieldset class="flex flex-col">
        <legend class="sr-only">{props.label}</legend>
        <For each={props.options}>
          {(option) => (
            <Checkbox
              label={option.label}
              checked={props.value.includes(option.value)}
              onChange={(checked) =>
                props.onChange(
                  props.options
                    .map((each) => each.value)
                    .filter((value) => (value === option.value ? checked : props.value.includes(value))),
                )
              }
            />
          )}
        </For>
      </fieldset>
    </PanelChip>
  )
}
