import type { ParentProps } from 'solid-js'

/** One component of the gallery with its name. */
export const Specimen = (props: ParentProps<{ name: string; wide?: boolean }>) => (
  <section class={`min-w-0 rounded-lg border border-line bg-raised ${props.wide ? 'col-span-full' : ''}`}>
    <h2 class="border-b border-line px-4 py-1.5 text-xs text-muted">{props.name}</h2>
    <div class="flex flex-wrap items-start gap-3 p-4">{props.children}</div>
  </section>
)
