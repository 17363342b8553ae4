import X from 'lucide-solid/icons/x'
import { createUniqueId, onCleanup, onMount, Show, type JSX, type ParentProps } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { IconButton } from '../IconButton.tsx'

/** A form at the edge of the page; what is behind it stays in sight. */
export interface SheetProps extends ParentProps {
  title: string
  onClose: () => void
  /** What will happen and who will be told, shown above the buttons. */
  notice?: JSX.Element
  footer?: JSX.Element
  onSubmit?: () => void
}

/**
 * A panel in the flow of the page in which an action is filled in; the text it needs stays visible. Not modal.
 * Takes the focus when it opens, gives it back when it closes, closes on Escape. `Show` it while it is wanted.
 */
export const Sheet = (props: SheetProps) => {
  const { t } = useI18n()
  const id = createUniqueId()
  let panel: HTMLFormElement | undefined
  createShortcuts(() => props.title, [{ keys: 'esc', label: () => t('ui.close'), run: () => props.onClose() }])
  const before = document.activeElement
  onMount(() => {
    const first = panel?.querySelector<HTMLElement>(
      '[data-sheet-body] :is(input, textarea, select, button):not([data-beside-fields])',
    )
    ;(first ?? panel)?.focus({ preventScroll: true })
    panel?.scrollIntoView({ block: 'nearest' })
  })
  onCleanup(() => {
    const at = document.activeElement
    // a sheet that the program takes away says nothing about a cursor that stands elsewhere
    const ours = at === document.body || panel?.contains(at) === true
    if (ours && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  })
  return (
    <form
      ref={panel}
      aria-labelledby={id}
      tabIndex={-1}
      class="animate-rise flex flex-col rounded-lg border border-line-medium bg-raised shadow-[0_2px_8px_-4px_var(--shadow)]"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
        event.stopPropagation()
        props.onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit?.()
      }}
    >
      <header class="flex items-center justify-between pt-2 pr-2 pl-4">
        <h2 id={id} class="text-base font-semibold">
          {props.title}
        </h2>
        <IconButton label={t('ui.close')} icon={X} keys="esc" onClick={() => props.onClose()} />
      </header>
      <div data-sheet-body class="flex flex-col gap-3 px-4 pt-1 pb-4">
        {props.children}
      </div>
      <Show when={props.notice || props.footer}>
        <footer class="flex flex-wrap items-center justify-end gap-2 rounded-b-lg border-t border-line bg-surface px-4 py-2.5">
          <div class="mr-auto min-w-40 flex-1 text-sm text-muted max-sm:basis-full max-sm:empty:hidden">
            {props.notice}
          </div>
          {props.footer}
        </footer>
      </Show>
    </form>
  )
}
