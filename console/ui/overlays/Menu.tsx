import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import Check from 'lucide-solid/icons/check'
import { For, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { buttonBase, buttonLook, type ButtonKind } from '../Button.tsx'
import { classes } from '../classes.ts'
import type { IconComponent } from '../icon.ts'
import { KeyHint } from '../KeyHint.tsx'

/** Something a menu does, or a choice that it shows. */
export interface MenuItem {
  label: string
  run: () => void
  icon?: IconComponent
  keys?: string
  hint?: string
  danger?: boolean
  disabled?: boolean
  /** For choices: shows which one holds. */
  checked?: boolean
}

/** A button that opens groups of items. */
export interface MenuProps {
  trigger: JSX.Element
  label: string
  /** Groups, separated by a line. */
  groups: readonly (readonly MenuItem[])[]
  /** Something above the items, for example who is signed in. */
  header?: JSX.Element
  kind?: ButtonKind
  /** For a menu that a key opens as well. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'right-end'
  triggerClass?: string
  class?: string
}

/** A list of commands behind a button. */
export const Menu = (props: MenuProps) => (
  <DropdownMenu
    {...(props.open !== undefined && { open: props.open })}
    onOpenChange={(open) => props.onOpenChange?.(open)}
    placement={props.placement ?? 'bottom-start'}
    gutter={6}
    modal={false}
  >
    <DropdownMenu.Trigger
      aria-label={props.label}
      class={classes(buttonBase, buttonLook[props.kind ?? 'quiet'], props.triggerClass)}
    >
      {props.trigger}
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content class={classes('floating max-h-[70vh] min-w-48 max-w-80 overflow-auto p-1', props.class)}>
        <Show when={props.header}>
          <div class="px-2 pt-1 pb-1.5">{props.header}</div>
        </Show>
        <For each={props.groups.filter((group) => group.length > 0)}>
          {(group, at) => (
            <DropdownMenu.Group class={at() > 0 || props.header ? 'mt-1 border-t border-line pt-1' : ''}>
              <For each={group}>{(item) => <MenuRow item={item} />}</For>
            </DropdownMenu.Group>
          )}
        </For>
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu>
)

const MenuRow = (props: { item: MenuItem }) => (
  <DropdownMenu.Item
    onSelect={() => props.item.run()}
    disabled={props.item.disabled ?? false}
    class={classes(
      'flex min-h-control cursor-pointer items-center gap-2 rounded-sm px-2 py-1 outline-none data-disabled:cursor-not-allowed data-disabled:text-muted data-highlighted:bg-hover',
      props.item.danger && 'text-bad',
    )}
  >
    <Show when={props.item.icon}>
      {(icon) => <Dynamic component={icon()} size={16} aria-hidden="true" class="shrink-0 text-muted" />}
    </Show>
    <span class="flex min-w-0 flex-1 flex-col">
      {props.item.label}
      <Show when={props.item.hint}>
        <span class="text-sm text-muted">{props.item.hint}</span>
      </Show>
    </span>
    <Show when={props.item.checked}>
      <Check size={16} class="text-accent" aria-hidden="true" />
    </Show>
    <Show when={props.item.keys}>{(keys) => <KeyHint keys={keys()} class="text-muted" />}</Show>
  </DropdownMenu.Item>
)
