import type { JSX, ParentProps } from 'solid-js'
import { classes } from '../../ui/classes.ts'

/** One framed part of the wall with its heading. */
export const WallPanel = (props: ParentProps<{ title: string; aside?: JSX.Element; class?: string }>) => (
  <section
    aria-label={props.title}
    class={classes(
      'flex min-h-0 min-w-0 flex-col rounded-lg border border-line bg-raised px-5 py-4 max-sm:px-4',
      props.class,
    )}
  >
    <header class="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h2 class="text-xl font-semibold max-sm:text-lg">{props.title}</h2>
      {props.aside}
    </header>
    {props.children}
  </section>
)
