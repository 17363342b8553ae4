import { For } from 'solid-js'
import { classes } from './classes.ts'

const widths = ['w-full', 'w-11/12', 'w-4/5', 'w-full', 'w-3/5']

/** Grey lines in the place of what is being loaded; appears after 150 ms and takes the room from the start. Give it the height of what will come. */
export const Skeleton = (props: { lines?: number; class?: string }) => (
  <div aria-hidden="true" class={classes('animate-appear flex flex-col gap-2', props.class)}>
    <For each={Array.from({ length: props.lines ?? 3 }, (_, at) => widths[at % widths.length])}>
      {(width) => <div class={classes('h-4 animate-[breathe_1.6s_ease-in-out_infinite] rounded-sm bg-hover', width)} />}
    </For>
  </div>
)
