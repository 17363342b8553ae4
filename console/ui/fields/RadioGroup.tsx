import { createUniqueId, For, Show } from 'solid-js'
import { classes } from '../classes.ts'
import type { FieldProps } from './Field.tsx'
import type { Choice } from './Select.tsx'

/** A field to choose one of a few that are all in sight. */
export interface RadioGroupProps<T extends string> extends FieldProps {
  value: T | undefined
  onChange: (value: T) => void
  options: readonly Choice<T>[]
  /** `segments`: one connected bar for two to five short words. */
  look?: 'list' | 'segments'
}

/** One of a few, all visible; arrow keys move within it. */
export const RadioGroup = <T extends string>(props: RadioGroupProps<T>) => {
  const name = createUniqueId()
  const segments = () => props.look === 'segments'
  return (
    <fieldset
      class={classes('relative flex min-w-0 flex-col gap-1', props.class)}
      aria-describedby={props.error ? `${name}-error` : undefined}
    >
      <legend class={props.hideLabel ? 'sr-only' : 'mb-1 text-sm font-medium'}>{props.label}</legend>
      <Show when={props.hint}>
        <p class="text-sm text-muted">{props.hint}</p>
      </Show>
      <div
        class={
          segments()
            ? 'inline-flex w-fit max-w-full flex-wrap gap-0.5 rounded-md bg-sunken p-0.5'
            : 'flex flex-col gap-1'
        }
      >
        <For each={props.options}>
          {(option) => (
            <label
              class={
                segments()
                  ? 'flex min-h-[calc(var(--control)-4px)] items-center rounded-sm px-2.5 text-muted transition-colors duration-100 hover:text-text has-checked:bg-raised has-checked:font-medium has-checked:text-text has-checked:shadow-[0_0_0_1px_var(--line)] has-focus-visible:outline-2 has-focus-visible:outline-focus'
                  : 'flex min-h-control items-center gap-2'
              }
            >
              <input
                type="radio"
                name={name}
                class={segments() ? 'sr-only' : 'tick'}
                value={option.value}
                checked={option.value === props.value}
                disabled={option.disabled}
                onChange={() => props.onChange(option.value)}
              />
              <span class="flex flex-col">
                {option.label}
                <Show when={option.hint && !segments()}>
                  <span class="text-sm font-normal text-muted">{option.hint}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
      <Show when={props.error}>
        <p id={`${name}-error`} class="text-sm text-bad">
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}
