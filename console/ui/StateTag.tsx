import { Dynamic } from 'solid-js/web'
import { classes } from './classes.ts'
import type { IconComponent } from './icon.ts'
import { softTone, textTone, type Tone } from './tone.ts'

/** A state: icon, word and tone together. `plain` leaves out the ground, for dense rows. */
export const StateTag = (props: {
  icon: IconComponent
  label: string
  tone?: Tone
  plain?: boolean
  class?: string
}) => (
  <span
    class={classes(
      'inline-flex items-center gap-1 align-middle text-sm whitespace-nowrap',
      props.plain
        ? textTone[props.tone ?? 'neutral']
        : `h-6 rounded-sm px-1.5 font-medium ${softTone[props.tone ?? 'neutral']}`,
      props.class,
    )}
  >
    <Dynamic component={props.icon} size={14} aria-hidden="true" class="shrink-0" />
    <span class={props.plain ? 'text-text' : ''}>{props.label}</span>
  </span>
)
