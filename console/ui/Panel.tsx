import { createUniqueId, Show, type JSX, type ParentProps } from 'solid-js'
import { classes } from './classes.ts'

/** A titled part of a page. `plain` lies on the page without a ground of its own. */
export const Panel = (props: ParentProps<{ title: string; aside?: JSX.Element; plain?: boolean; class?: string }>) => {
  const id = createUniqueId()
  return (
    <section
      aria-labelledby={id}
      class={classes('min-w-0', props.plain ? '' : 'rounded-lg border border-line bg-raised px-4 py-3', props.class)}
    >
      <div class="mb-2 flex min-h-6 flex-wrap items-center justify-between gap-2">
        <h2 id={id} class="text-sm font-medium text-muted">
          {props.title}
        </h2>
        <Show when={props.aside}>{props.aside}</Show>
      </div>
      {props.children}
    </section>
  )
}
