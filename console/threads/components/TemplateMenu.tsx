import TextQuote from 'lucide-solid/icons/text-quote'
import { createSignal } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import type { Templates } from '../threads.api.ts'

/** Words that are texted again and again, chosen by key or button; each shows the text it would put in. */
export const TemplateMenu = (props: {
  templates: Templates['items']
  failed: boolean
  onInsert: (words: string) => void
}) => {
  const { t, inLocale } = useI18n()
  const [open, setOpen] = createSignal(false)
  createShortcuts(
    () => t('threads.title'),
    [{ keys: 'alt+p', label: () => t('threads.templates'), run: () => setOpen(true) }],
  )
  return (
    <Menu
      label={t('threads.templates')}
      open={open()}
      onOpenChange={setOpen}
      placement="top-start"
      triggerClass="-ml-2 text-accent!"
      class="w-96 max-w-[92vw]!"
      header={props.failed ? <p class="text-sm text-bad">{t('threads.noTemplates')}</p> : undefined}
      trigger={
        <>
          <TextQuote size={16} aria-hidden="true" />
          {t('threads.template')}
          <KeyHint keys="alt+p" class="text-muted max-sm:hidden" />
        </>
      }
      groups={[
        props.templates.map((template) => ({
          label: inLocale(template.purpose, template.purposeEn),
          hint: template.text,
          run: () => props.onInsert(template.text),
        })),
      ]}
    />
  )
}
