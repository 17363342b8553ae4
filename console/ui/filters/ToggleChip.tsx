import { Show } from 'solid-js'

/** A filter that is on or off, or a saved view with its count. */
export const ToggleChip = (props: {
  label: string
  pressed: boolean
  onChange: (pressed: boolean) => void
  count?: number
}) => (
  <button
    type="button"
    aria-pressed={props.pressed}
    class="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-line-strong px-3 text-sm whitespace-nowrap hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent max-sm:min-h-10"
    onClick={() => props.onChange(!props.pressed)}
  >
    {props.label}
    <Show when={props.count !== undefined}>
      <span class="font-normal">{props.count}</span>
    </Show>
  </button>
)
