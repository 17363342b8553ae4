import { Show, type ParentProps } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import type { ActionSheetState } from '../create-action-sheet.ts'
import { createTells } from '../create-tells.ts'
import { SheetNotices } from './SheetNotices.tsx'

/** Everything about the sheet of an act but its fields: its name, whom it will tell, what happened meanwhile, and the way to send it. */
export const SheetFrame = (
  props: ParentProps<{ ticket: TicketDto; sheet: ActionSheetState; onClose: () => void; onSubmit: () => void }>,
) => {
  const { t, inLocale } = useI18n()
  const tells = createTells()
  const name = () => props.sheet.name()
  const danger = () => props.sheet.offered()?.tone === 'danger'
  createShortcuts(name, [{ keys: 'mod+enter', label: name, run: () => props.onSubmit() }])
  return (
    <Sheet
      title={name()}
      onClose={props.onClose}
      onSubmit={props.onSubmit}
      notice={
        <>
          {tells(props.ticket, props.sheet.offered()?.tells ?? [])}
          <Show when={danger()}>
            {inLocale('', ' ')}
            {t('act.undoHint')}
          </Show>
        </>
      }
      footer={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            kind={danger() ? 'danger' : 'primary'}
            keys="mod+enter"
            busy={props.sheet.busy() || props.sheet.uploading()}
            disabled={props.sheet.offered() === undefined || props.sheet.changed()}
          >
            {danger() ? t('act.confirm', { action: name() }) : name()}
          </Button>
        </>
      }
    >
      <SheetNotices ticket={props.ticket} sheet={props.sheet} name={name()} />
      <Show when={props.sheet.restored()}>
        <p class="flex items-center gap-2 text-sm text-muted">
          {t('act.saved')}
          <button
            type="button"
            data-beside-fields
            class="rounded-sm text-accent hover:underline max-sm:min-h-11"
            onClick={() => props.sheet.startOver()}
          >
            {t('act.startOver')}
          </button>
        </p>
      </Show>
      {props.children}
    </Sheet>
  )
}
