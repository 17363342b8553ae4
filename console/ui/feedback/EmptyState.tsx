import { Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { IconComponent } from '../icon.ts'

/** Nothing here yet: what will appear, and how. */
export const EmptyState = (props: { title: string; detail?: string; icon?: IconComponent; action?: JSX.Element }) => (
  <div class="flex flex-col items-center justify-center gap-1 px-6 py-12 text-center">
    <Show when={props.icon}>
      {(icon) => <Dynamic component={icon()} size={24} class="mb-2 text-line-strong" aria-hidden="true" />}
    </Show>
    <p class="font-medium text-balance">{props.title}</p>
    <Show when={props.detail}>
      <p class="max-w-md text-balance text-muted">{props.detail}</p>
    </Show>
    <Show when={props.action}>
      <div class="mt-3">{props.action}</div>
    </Show>
  </div>
)
