import { Dialog as KobalteDialog } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { Show, type JSX, type ParentProps } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../classes.ts'
import { IconButton } from '../IconButton.tsx'
import { createFocusReturn } from './focus-return.ts'

/** A question in front of the page, which waits for its answer. */
export interface DialogProps extends ParentProps {
  open: boolean
  onClose: () => void
  title: string
  description?: string
  /** Buttons at the end, the primary one last. */
  footer?: JSX.Element
  size?: 'small' | 'medium' | 'large'
}

/** Stops everything until it is answered. For what the page beneath is not needed for; actions on a thing use Sheet. */
export const Dialog = (props: DialogProps) => {
  const { t } = useI18n()
  let content: HTMLDivElement | undefined
  const back = createFocusReturn()
  /** To the first field, else the last button, else the text: not to the cross in the corner. */
  const focusFirst = (event: Event) => {
    const first =
      content?.querySelector<HTMLElement>('[data-dialog-body] :is(input, textarea, select)') ??
      content?.querySelector<HTMLElement>('footer button:last-of-type')
    back.onOpenAutoFocus()
    event.preventDefault()
    ;(first ?? content)?.focus()
  }
  const width = () => ({ small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-4xl' })[props.size ?? 'medium']
  return (
    <KobalteDialog open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <KobalteDialog.Portal>
        <KobalteDialog.Overlay class="fixed inset-0 z-40 bg-veil" />
        <div class="pointer-events-none fixed inset-0 z-40 flex items-start justify-center p-4 pt-[10vh] max-sm:items-end max-sm:p-0">
          <KobalteDialog.Content
            data-modal
            ref={content}
            onOpenAutoFocus={focusFirst}
            onCloseAutoFocus={back.onCloseAutoFocus}
            class={classes(
              'floating pointer-events-auto flex max-h-[80vh] w-full flex-col rounded-lg max-sm:max-h-[90vh] max-sm:rounded-b-none',
              width(),
            )}
          >
            <header class="flex items-start gap-4 px-5 pt-4 pb-2">
              <div class="min-w-0 flex-1">
                <KobalteDialog.Title class="text-lg font-semibold">{props.title}</KobalteDialog.Title>
                <Show when={props.description}>
                  <KobalteDialog.Description class="mt-1 text-muted">{props.description}</KobalteDialog.Description>
                </Show>
              </div>
              <IconButton label={t('ui.close')} icon={X} onClick={() => props.onClose()} class="-mr-2" />
            </header>
            <div data-dialog-body tabIndex={0} class="min-h-0 flex-1 overflow-y-auto px-5 pb-5">
              {props.children}
            </div>
            <Show when={props.footer}>
              <footer class="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{props.footer}</footer>
            </Show>
          </KobalteDialog.Content>
        </div>
      </KobalteDialog.Portal>
    </KobalteDialog>
  )
}
