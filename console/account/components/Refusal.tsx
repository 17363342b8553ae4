import { Show } from 'solid-js'

/** What was refused, said at once. */
export const Refusal = (props: { text: string | undefined }) => (
  <Show when={props.text}>
    <p role="alert" class="rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
      {props.text}
    </p>
  </Show>
)
