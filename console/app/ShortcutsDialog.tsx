import { For } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { activeShortcuts } from '../shared/create-shortcuts.ts'
import { Dialog } from '../ui/overlays/Dialog.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'

/** `?`: what can be pressed here and now. */
export const ShortcutsDialog = (props: { open: boolean; onClose: () => void }) => {
  const { t } = useI18n()
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('keys.title')} description={t('keys.hint')} size="large">
      <div class="columns-1 gap-10 md:columns-2">
        <For each={activeShortcuts().toReversed()}>
          {(layer) => (
            <section class="mb-5 break-inside-avoid">
              <h3 class="mb-1 text-sm text-muted">{layer.scope}</h3>
              <dl>
                <For each={layer.shortcuts}>
                  {(shortcut) => (
                    <div class="flex min-h-8 items-center justify-between gap-4 border-b border-line last:border-0">
                      <dt>{shortcut.label()}</dt>
                      <dd>
                        <span class="sr-only">{shortcut.keys}</span>
                        <KeyHint asIs keys={shortcut.keys} class="inline-flex! text-muted" />
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  )
}
