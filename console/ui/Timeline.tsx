import { Show, type JSX, type ParentProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classes } from './classes.ts'
import type { IconComponent } from './icon.ts'
import { softTone, type Tone } from './tone.ts'

/** What happened, oldest first, along one line. */
export const Timeline = (props: ParentProps<{ label: string }>) => (
  <ol aria-label={props.label} class="flex flex-col">
    {props.children}
  </ol>
)

/** Something that happened: what, when, by whom, and how loudly it is shown. */
export interface TimelineEntryProps extends ParentProps {
  icon: IconComponent
  tone?: Tone
  /** `speech` puts the children into a box (what somebody said), `act` sets them plainly, `machine` makes the whole entry quiet. */
  look?: 'speech' | 'act' | 'machine'
  title: JSX.Element
  /** Who, and from where. */
  by?: JSX.Element
  /** The moment in words. */
  at: string
  /** The moment for machines and on hover. */
  atFull?: string
}

/** One entry: the icon and its ground tell at a glance who acted. */
export const TimelineEntry = (props: TimelineEntryProps) => (
  <li class="group relative flex gap-3 pb-4 last:pb-0">
    <span aria-hidden="true" class="absolute top-7 bottom-0 left-3.5 w-px -translate-x-1/2 bg-line group-last:hidden" />
    <span
      class={classes(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-full',
        props.look === 'machine' ? 'text-muted' : softTone[props.tone ?? 'neutral'],
      )}
    >
      <Dynamic component={props.icon} size={14} aria-hidden="true" />
    </span>
    <div class="min-w-0 flex-1 pt-1">
      <div class={classes('flex flex-wrap items-baseline gap-x-2', props.look === 'machine' && 'text-muted')}>
        <span class={props.look === 'machine' ? '' : 'font-medium'}>{props.title}</span>
        <Show when={props.by}>
          <span class="text-sm text-muted">{props.by}</span>
        </Show>
        <time datetime={props.atFull} class="ml-auto text-sm whitespace-nowrap text-muted">
          {props.at}
        </time>
      </div>
      <Show when={props.children}>
        <div
          class={classes(
            'mt-1 whitespace-pre-wrap',
            props.look === 'speech' && 'rounded-md border border-line bg-surface px-3 py-2',
          )}
        >
          {props.children}
        </div>
      </Show>
    </div>
  </li>
)
