import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createSignal, For, Show } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { createActionSheet } from '../create-action-sheet.ts'
import { ActionField } from './ActionField.tsx'
import { DispatchPlan } from './DispatchPlan.tsx'
import { SheetFrame } from './SheetFrame.tsx'

export interface ActionSheetProps {
  ticket: TicketDto
  action: TicketAction
  onClose: () => void
  /** The act was made; the ticket after it. The toast is shown already. */
  onDone?: (after: TicketDto) => void
  /** It was taken back before it left. */
  onBack?: () => void
}

/**
 * The form of one act, in place: fields, what it will tell whom, and what others did meanwhile. Made anew for each action
 * (`<Show keyed>` or `<Dynamic>` around it), because values, keys and the seen version are those of one act.
 */
export const ActionSheet = (props: ActionSheetProps) => {
  const { t } = useI18n()
  const sheet = createActionSheet(props)
  const extras = () => sheet.form.fields.filter((field) => field.extra)
  const [more, setMore] = createSignal(extras().some(({ name }) => sheet.value(name) !== null && sheet.restored()))
  return (
    <SheetFrame ticket={props.ticket} sheet={sheet} onClose={props.onClose} onSubmit={() => void sheet.submit()}>
      <Show when={sheet.plan()}>{(plan) => <DispatchPlan plan={plan()} />}</Show>
      <div class={sheet.form.edits ? 'grid gap-3 sm:grid-cols-2' : 'flex flex-col gap-3'}>
        <For each={sheet.form.fields.filter((field) => !field.extra || more())}>
          {(field) => <ActionField field={field} action={sheet.action} ticket={props.ticket} sheet={sheet} />}
        </For>
      </div>
      <Show when={extras().length > 0 && !more()}>
        <div>
          <Button kind="quiet" icon={ChevronDown} class="-ml-3" onClick={() => setMore(true)}>
            {t('act.more')}
          </Button>
        </div>
      </Show>
    </SheetFrame>
  )
}
