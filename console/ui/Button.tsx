import { Show, splitProps, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { ariaKeys } from '../shared/create-shortcuts.ts'
import { classes } from './classes.ts'
import type { IconComponent } from './icon.ts'
import { KeyHint } from './KeyHint.tsx'
import { Spinner } from './feedback/Spinner.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'answer'

/** A button as a browser has it, with our looks, a shortcut to print and a busy state. */
export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary per view. `answer` is the green of picking up a call. */
  kind?: ButtonKind
  icon?: IconComponent
  /** The shortcut that does the same; printed as caps, registered elsewhere by `createShortcuts`. */
  keys?: string
  /** At work: keeps its width and cannot be pressed twice. */
  busy?: boolean
}

export const buttonLook: Record<ButtonKind, string> = {
  primary: 'bg-accent-fill text-on-fill hover:bg-accent-fill-hover',
  secondary: 'bg-raised text-text border border-line-medium hover:bg-hover',
  quiet: 'text-text hover:bg-hover',
  danger: 'bg-bad-fill text-on-fill hover:bg-bad-fill-hover',
  answer: 'bg-ok-fill text-on-fill hover:brightness-95',
}
export const buttonBase =
  'inline-flex min-h-control items-center justify-center gap-1.5 rounded-md px-3 font-medium whitespace-nowrap select-none transition-colors duration-100 disabled:border-line disabled:bg-sunken disabled:text-muted aria-busy:cursor-progress'

/** A button with a word on it. */
export const Button = (props: ButtonProps) => {
  const [own, rest] = splitProps(props, ['kind', 'icon', 'keys', 'busy', 'class', 'children', 'disabled', 'onClick'])
  const icon = () => (own.busy ? undefined : own.icon)
  return (
    <button
      type="button"
      {...rest}
      class={classes(buttonBase, buttonLook[own.kind ?? 'secondary'], own.class)}
      disabled={own.disabled}
      aria-busy={own.busy || undefined}
      aria-disabled={own.busy || undefined}
      aria-keyshortcuts={ariaKeys(own.keys)}
      onClick={(event) => {
        if (own.busy) event.preventDefault()
        else if (typeof own.onClick === 'function') own.onClick(event)
      }}
    >
      <Show when={own.busy}>
        <Spinner />
      </Show>
      <Show when={icon()}>
        {(found) => <Dynamic component={found()} size={16} aria-hidden="true" class="-ml-0.5 shrink-0" />}
      </Show>
      {own.children}
      <Show when={own.keys}>{(keys) => <KeyHint keys={keys()} class="ml-1 -mr-1" />}</Show>
    </button>
  )
}
