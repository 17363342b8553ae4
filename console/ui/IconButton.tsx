import { splitProps, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { ariaKeys } from '../shared/create-shortcuts.ts'
import { buttonLook, type ButtonKind } from './Button.tsx'
import { classes } from './classes.ts'
import type { IconComponent } from './icon.ts'
import { Tooltip } from './overlays/Tooltip.tsx'

/** A button with a picture only; its name is heard and shown as a tooltip. */
export interface IconButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Its accessible name, also shown as the tooltip. */
  label: string
  icon: IconComponent
  kind?: ButtonKind
  keys?: string
  /** For toggles: mute, hold. */
  pressed?: boolean
}

/** A square button with an icon; the label is spoken and shown on hover. */
export const IconButton = (props: IconButtonProps) => {
  const [own, rest] = splitProps(props, ['label', 'icon', 'kind', 'keys', 'pressed', 'class'])
  return (
    <Tooltip text={own.label} {...(own.keys && { keys: own.keys })}>
      <button
        type="button"
        {...rest}
        aria-label={own.label}
        aria-pressed={own.pressed}
        aria-keyshortcuts={ariaKeys(own.keys)}
        class={classes(
          'inline-flex size-control shrink-0 items-center justify-center rounded-md transition-colors duration-100 disabled:text-line-strong',
          own.pressed ? 'bg-selected text-accent' : buttonLook[own.kind ?? 'quiet'],
          (own.kind ?? 'quiet') === 'quiet' && !own.pressed && 'text-muted hover:text-text',
          own.class,
        )}
      >
        <Dynamic component={own.icon} size={16} aria-hidden="true" />
      </button>
    </Tooltip>
  )
}
