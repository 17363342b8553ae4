import { Show, type JSX, type ParentProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classes } from '../classes.ts'
import { softTone, type Tone } from '../tone.ts'
import { toneIcon } from '../tone-icon.ts'

/** A quiet bar across the page or a panel: something holds for now. Said once to screen readers; `bad` at once. */
export const Banner = (
  props: ParentProps<{ tone: Exclude<Tone, 'neutral' | 'accent'>; action?: JSX.Element; class?: string }>,
) => (
  <div
    role={props.tone === 'bad' ? 'alert' : 'status'}
    class={classes(
      'flex min-h-9 flex-wrap items-center justify-end gap-2 px-4 py-1.5 text-sm',
      softTone[props.tone],
      props.class,
    )}
  >
    {/* where the words would stand in a narrow column, what to do goes below them */}
    <div class="flex min-w-0 flex-[1_1_16rem] items-center gap-2">
      <Dynamic component={toneIcon[props.tone]} size={16} aria-hidden="true" class="shrink-0" />
      <div class="min-w-0 flex-1">{props.children}</div>
    </div>
    <Show when={props.action}>{props.action}</Show>
  </div>
)
