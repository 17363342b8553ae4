import { Popover as KobaltePopover } from '@kobalte/core/popover'
import type { JSX, ParentProps } from 'solid-js'
import { buttonBase, buttonLook, type ButtonKind } from '../Button.tsx'
import { classes } from '../classes.ts'

/** A button that opens a panel beside it. */
export interface PopoverProps extends ParentProps {
  /** What the trigger shows. */
  trigger: JSX.Element
  /** The name of the trigger when it shows no words, and of the panel. */
  label: string
  kind?: ButtonKind
  placement?: 'bottom' | 'bottom-start' | 'bottom-end' | 'top' | 'right-start'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  triggerClass?: string
  class?: string
}

/** A panel that opens at a button and closes when one looks elsewhere. */
export const Popover = (props: PopoverProps) => (
  <KobaltePopover
    {...(props.open !== undefined && { open: props.open })}
    onOpenChange={(open) => props.onOpenChange?.(open)}
    placement={props.placement ?? 'bottom-start'}
    gutter={6}
  >
    <KobaltePopover.Trigger
      aria-label={props.label}
      class={classes(buttonBase, buttonLook[props.kind ?? 'quiet'], props.triggerClass)}
    >
      {props.trigger}
    </KobaltePopover.Trigger>
    <KobaltePopover.Portal>
      <KobaltePopover.Content
        aria-label={props.label}
        class={classes('floating max-h-[70vh] max-w-[92vw] overflow-auto p-1', props.class)}
      >
        {props.children}
      </KobaltePopover.Content>
    </KobaltePopover.Portal>
  </KobaltePopover>
)
