import { createEffect, Show, type JSX } from 'solid-js'
import { classes } from '../classes.ts'

/** A box to tick, with its words beside it. */
export interface CheckboxProps {
  label: JSX.Element
  checked: boolean
  onChange: (checked: boolean, event: Event) => void
  /** Some of the things it stands for, not all. */
  partly?: boolean
  hint?: string
  disabled?: boolean
  hideLabel?: boolean
  class?: string
}

/** A box to tick; the whole line is the target. */
export const Checkbox = (props: CheckboxProps) => (
  <label class={classes('inline-flex min-h-control items-center gap-2', props.class)}>
    <input
      type="checkbox"
      class="tick"
      ref={(box) => createEffect(() => (box.indeterminate = props.partly ?? false))}
      checked={props.checked}
      disabled={props.disabled}
      onChange={(event) => props.onChange(event.currentTarget.checked, event)}
    />
    <span class={props.hideLabel ? 'sr-only' : 'flex flex-col'}>
      {props.label}
      <Show when={props.hint}>
        <span class="text-sm text-muted">{props.hint}</span>
      </Show>
    </span>
  </label>
)
