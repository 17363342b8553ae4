import type { ParentProps } from 'solid-js'
import { classes } from './classes.ts'
import { softTone, type Tone } from './tone.ts'

/** A number or one short word beside something else. */
export const Badge = (props: ParentProps<{ tone?: Tone; class?: string }>) => (
  <span
    class={classes(
      'inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full px-1.5 text-xs font-medium whitespace-nowrap',
      softTone[props.tone ?? 'neutral'],
      props.class,
    )}
  >
    {props.children}
  </span>
)
