import { Show } from 'solid-js'
import { classes } from './classes.ts'
import { textTone, type Tone } from './tone.ts'

/** A limit to draw: how much of it is gone, and in which words. */
export interface ClockRingProps {
  /** Share of the time that is gone, 0…1; more than 1 is late. */
  gone: number
  /** The words: what is left, by when. */
  words: string
  /** A second line, smaller: the moment it ends. */
  detail?: string
  tone: Tone
  /** Stopped: the ring is dashed. */
  paused?: boolean
  size?: 'small' | 'large'
  class?: string
}

/** A ring that empties with the time left, and the words that say it. The words carry the meaning; the ring is decoration for the eye. */
export const ClockRing = (props: ClockRingProps) => {
  const round = 2 * Math.PI * 8
  const left = () => Math.min(1, Math.max(0, 1 - props.gone))
  const late = () => props.gone >= 1
  const large = () => props.size === 'large'
  return (
    <span
      class={classes(
        'inline-flex max-w-full min-w-0 items-center align-middle',
        large() ? 'gap-3' : 'gap-1.5',
        props.class,
      )}
    >
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        class={classes('shrink-0 -rotate-90', large() ? 'size-9' : 'size-4', textTone[props.tone])}
      >
        <circle
          cx="10"
          cy="10"
          r="8"
          fill={late() ? 'currentColor' : 'none'}
          stroke="var(--line)"
          stroke-width="3"
          stroke-dasharray={props.paused ? '2 3' : undefined}
        />
        <Show when={!late()}>
          <circle
            cx="10"
            cy="10"
            r="8"
            fill="none"
            stroke="currentColor"
            stroke-width="3"
            stroke-dasharray={`${left() * round} ${round}`}
          />
        </Show>
      </svg>
      <span class="flex min-w-0 flex-col">
        <span
          class={classes(
            'truncate',
            large() ? 'text-lg font-semibold' : 'text-sm',
            props.tone === 'neutral' ? '' : textTone[props.tone],
          )}
        >
          {props.words}
        </span>
        <Show when={props.detail}>
          <span class="truncate text-sm text-muted">{props.detail}</span>
        </Show>
      </span>
    </span>
  )
}
