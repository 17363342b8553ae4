import { For, Show, splitProps } from 'solid-js'
import { classes } from '../classes.ts'
import { Field, type FieldProps } from './Field.tsx'

/** Something to choose, and how it is called. */
export interface Choice<T extends string = string> {
  value: T
  label: string
  hint?: string
  disabled?: boolean
}

/** A field to choose one of some that open on demand. */
export interface SelectProps<T extends string> extends FieldProps {
  value: T | undefined
  onChange: (value: T) => void
  options: readonly Choice<T>[]
  /** Shown while nothing is chosen. */
  placeholder?: string
  disabled?: boolean
  /** Sized to its words instead of to its place: sort orders, toolbars. */
  inline?: boolean
}

/** One of a few. The browser's own select, styled where it can be; on a phone it is the phone's wheel. More than ten: use Combobox. */
export const Select = <T extends string>(props: SelectProps<T>) => {
  const [own, field] = splitProps(props, ['value', 'onChange', 'options', 'placeholder', 'disabled', 'inline'])
  return (
    <Field {...field}>
      {(ids) => (
        <select
          {...ids()}
          disabled={own.disabled}
          class={classes(
            'control select px-2.5',
            own.inline ? 'w-auto' : 'w-full',
            own.value === undefined && 'text-muted',
          )}
          onChange={(event) => {
            const chosen = own.options.find((option) => option.value === event.currentTarget.value)
            if (chosen) own.onChange(chosen.value)
          }}
        >
          <Show when={own.value === undefined}>
            <option value="" selected disabled hidden>
              {own.placeholder}
            </option>
          </Show>
          <For each={own.options}>
            {(option) => (
              <option value={option.value} selected={option.value === own.value} disabled={option.disabled}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
