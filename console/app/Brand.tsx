import { classes } from '../ui/classes.ts'

/** The mark: one line, 一, which is both the number one and the front line. */
export const Brand = (props: { class?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" class={classes('size-7', props.class)}>
    <rect width="32" height="32" rx="8" fill="var(--accent-fill)" />
    <path d="M6.5 16h19" stroke="var(--on-fill)" stroke-width="3.6" stroke-linecap="round" />
  </svg>
)
