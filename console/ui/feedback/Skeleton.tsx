import { For } from 'solid-js'
import { classes } from '../classes.ts'

const widths = ['w-full', 'w-11/12', 'w-4/5', 'w-full', 'w-3/5']
const rowWidths = ['w-4/5', 'w-3/5', 'w-11/12', 'w-2/3']
const breathing = 'animate-[breathe_1.6s_ease-in-out_infinite] rounded-sm bg-hover'

/** One grey bar where a text, a number or a picture will be; `class` gives it height and width. */
export const Bar = (props: { class: string }) => <div class={classes(breathing, props.class)} />

/** Grey lines in the place of what is being loaded; appears after 150 ms and takes the room from the start. Give it the height of what will come. */
export const Skeleton = (props: { lines?: number; class?: string }) => (
  <div aria-hidden="true" class={classes('animate-appear flex flex-col gap-2', props.class)}>
    <For each={Array.from({ length: props.lines ?? 3 }, (_, at) => widths[at % widths.length])}>
      {(width) => <Bar class={classes('h-4', width)} />}
    </For>
  </div>
)

/** Rows of a queue, or cards: a title and a line beneath it, between hairlines. */
export const RowsSkeleton = (props: { rows?: number }) => (
  <div aria-hidden="true" class="animate-appear overflow-hidden">
    <For each={Array.from({ length: props.rows ?? 8 }, (_, at) => rowWidths[at % rowWidths.length])}>
      {(width) => (
        <div class="flex flex-col gap-2 border-b border-line px-4 py-3.5">
          <Bar class={classes('h-4', width)} />
          <Bar class="h-3 w-2/5" />
        </div>
      )}
    </For>
  </div>
)

/** Lines of a table with the tracks of its columns. */
export const TableSkeleton = (props: { tracks: string; columns: number }) => (
  <div aria-hidden="true" class="animate-appear overflow-hidden">
    <For each={Array.from({ length: 12 })}>
      {(_, row) => (
        <div
          class="grid h-row items-center gap-x-3 border-b border-line px-4"
          style={{ 'grid-template-columns': props.tracks }}
        >
          <For each={Array.from({ length: props.columns })}>
            {(_cell, column) => <Bar class={classes('h-3.5', rowWidths[(row() + column()) % rowWidths.length])} />}
          </For>
        </div>
      )}
    </For>
  </div>
)
