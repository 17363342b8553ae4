import type { ParentProps } from 'solid-js'

/** For screen readers only. */
export const VisuallyHidden = (props: ParentProps) => <span class="sr-only">{props.children}</span>
