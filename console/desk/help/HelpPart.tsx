import { Show, type JSX, type ParentProps } from 'solid-js'

/** A part of the right column. */
export const HelpPart = (props: ParentProps<{ title: string; aside?: JSX.Element }>) => (
  <section aria-label={props.title} class="flex flex-col gap-2 px-4 py-3">
    <div class="flex items-center justify-between gap-2">
      <h2 class="text-sm font-medium text-muted">{props.title}</h2>
      <Show when={props.aside}>{props.aside}</Show>
    </div>
    {props.children}
  </section>
)
