import { Show, type ParentProps } from 'solid-js'

/** A part of the left column: its name, how many, and the rows. */
export const ListPart = (props: ParentProps<{ title: string; count?: string | number | undefined }>) => (
  <section aria-label={props.title}>
    <h2 class="mb-1 flex items-center gap-2 px-2 text-sm font-medium text-muted">
      {props.title}
      <Show when={props.count}>
        <span class="rounded-full bg-sunken px-1.5 text-xs font-normal">{props.count}</span>
      </Show>
    </h2>
    {props.children}
  </section>
)

/** The look of a row one can open. */
export const rowLook =
  'flex min-h-row w-full flex-col justify-center rounded-md px-2 py-1.5 text-start hover:bg-hover aria-[current=true]:bg-selected'
