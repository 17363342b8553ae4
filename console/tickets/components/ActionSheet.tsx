import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createSignal, For, Show } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/tickets/ticket.types.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { createActionSheet } from '../create-action-sheet.ts'
import { createTells } from '../create-tells.ts'
import { ActionField } from './ActionField.tsx'
import { DispatchPlan } from './DispatchPlan.tsx'
import { SheetNotices } from './SheetNotices.tsx'

export interface ActionSheetProps {
  ticket: TicketDto
  action: TicketAction
  onClose: () => void
  /** The act was made; the ticket after it. The toast is shown already. */
  onDone?: (after: TicketDto) => void
}

/**
 * The form of one act, in place: fields, what it will tell whom, and what others did meanwhile. Made anew for each action
 * (`<Show keyed>` or `<Dynamic>` around it), because values, keys and the seen version are those of one act.
 */
export const ActionSheet = (props: ActionSheetProps) => {
  const { t } = useI18n()
  const tells = createTells()
  const action = props.action
  const name = () => t(`action.${action}`)
  const sheet = createActionSheet({
    ticket: () => props.ticket,
    action,
    onDone: (after) => {
      showToast({ tone: 'ok', title: t('act.done', { action: name() }), detail: after.title })
      props.onDone?.(after)
      props.onClose()
    },
  })
  const danger = () => sheet.offered()?.tone === 'danger'
  const extras = () => sheet.form.fields.filter((field) => field.extra)
  const [more, setMore] = createSignal(extras().some(({ name }) => sheet.value(name) !== null && sheet.restored()))

  createShortcuts(() => name(), [{ keys: 'mod+enter', label: () => name(), run: () => void sheet.submit() }])

  return (
    <Sheet
      title={name()}
      onClose={props.onClose}
      onSubmit={() => void sheet.submit()}
      notice={
        <>
          {tells(props.ticket, sheet.offered()?.tells ?? [])}
          <Show when={danger()}> {t('act.undoHint')}</Show>
        </>
      }
      footer={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            kind={danger() ? 'danger' : 'primary'}
            keys="mod+enter"
            busy={sheet.busy() || sheet.uploading()}
            disabled={sheet.offered() === undefined || sheet.changed()}
          >
            {danger() ? t('act.confirm', { action: name() }) : name()}
          </Button>
        </>
      }
    >
      <SheetNotices ticket={props.ticket} sheet={sheet} name={name()} />
      <Show when={sheet.restored()}>
        <p class="flex items-center gap-2 text-sm text-muted">
          {t('act.saved')}
          <button
            type="button"
            class="rounded-sm text-accent hover:underline max-sm:min-h-11"
            onClick={sheet.startOver}
          >
            {t('act.startOver')}
          </button>
        </p>
      </Show>
      <Show when={sheet.plan()}>{(plan) => <DispatchPlan plan={plan()} />}</Show>
      <div class={sheet.form.edits ? 'grid gap-3 sm:grid-cols-2' : 'flex flex-col gap-3'}>
        <For each={sheet.form.fields.filter((field) => !field.extra || more())}>
          {(field) => <ActionField field={field} action={action} ticket={props.ticket} sheet={sheet} />}
        </For>
      </div>
      <Show when={extras().length > 0 && !more()}>
        <div>
          <Button kind="quiet" icon={ChevronDown} class="-ml-3" onClick={() => setMore(true)}>
            {t('act.more')}
          </Button>
        </div>
      </Show>
    </Sheet>
  )
}
