import { Show } from 'solid-js'

/** On or off, at once, without a save button. */
export const Switch = (props: {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}) => (
  <label class="flex min-h-control items-center justify-between gap-4">
    <span class="flex flex-col">
      {props.label}
      <Show when={props.hint}>
        <span class="text-sm text-muted">{props.hint}</span>
      </Show>
    </span>
    <input
      type="checkbox"
      role="switch"
      class="switch"
      checked={props.checked}
      disabled={props.disabled}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  </label>
)
