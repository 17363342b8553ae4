import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createSignal, For, Show } from 'solid-js'
import type { TicketActionDto, TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { createCommands } from '../../app/commands.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createIsPhone } from '../../shared/create-media-query.ts'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, type MenuItem } from '../../ui/overlays/Menu.tsx'
import { actForms } from '../act-forms.at-build.ts'
import { createQuickAct } from '../create-quick-act.ts'
import { ActionSheet } from './ActionSheet.tsx'

export interface TicketActionsProps {
  ticket: TicketDto
  /** Where the sheet opens is the page's affair; without it the sheet opens right below the buttons. */
  onOpen?: (action: TicketAction) => void
  onDone?: (after: TicketDto) => void
  /** Acts that have a button of their own beside the primary one. */
  beside?: readonly TicketAction[]
  /** Shown on the page by other means. */
  except?: readonly TicketAction[]
}

const allActions = Object.keys(actForms).filter((key): key is TicketAction => key in actForms)

/** The acts this reader may make now, as the server says: the next right one as the primary button, the others in a menu, each with its key; all of them in the palette. */
export const TicketActions = (props: TicketActionsProps) => {
  const { t } = useI18n()
  const phone = createIsPhone()
  const quick = createQuickAct()
  const [sheet, setSheet] = createSignal<TicketAction>()
  const offered = () => props.ticket.actions.filter(({ action }) => !(props.except ?? []).includes(action))
  const primary = () => offered().find(({ tone }) => tone === 'primary')
  const beside = () =>
    phone()
      ? []
      : (props.beside ?? []).flatMap(
          (action) => offered().find((one) => one.action === action && one !== primary()) ?? [],
        )
  const rest = () => offered().filter((one) => one !== primary() && !beside().includes(one))

  const start = async (action: TicketAction) => {
    if (actForms[action].fields.length > 0) {
      if (props.onOpen) props.onOpen(action)
      else setSheet(action)
      return
    }
    const after = await quick.act(props.ticket, action)
    if (after) props.onDone?.(after)
  }
  const item = ({ action, tone }: TicketActionDto): MenuItem => ({
    label: t(`action.${action}`),
    keys: actForms[action].key,
    danger: tone === 'danger',
    run: () => void start(action),
  })

  createShortcuts(
    () => t('act.keys'),
    allActions.map((action) => ({
      keys: actForms[action].key,
      label: () => t(`action.${action}`),
      run: () => void start(action),
      when: () => offered().some((one) => one.action === action),
    })),
  )

  createCommands(() => ({
    title: t('act.keys'),
    commands: offered().map(({ action }) => ({
      id: action,
      label: t(`action.${action}`),
      keys: actForms[action].key,
      run: () => void start(action),
    })),
  }))

  return (
    <>
      <div class="flex flex-wrap items-center gap-2">
        <For each={beside()}>
          {(one) => (
            <Button keys={actForms[one.action].key} onClick={() => void start(one.action)}>
              {t(`action.${one.action}`)}
            </Button>
          )}
        </For>
        <Show when={rest().length > 0}>
          <Menu
            label={t('act.menu')}
            kind="secondary"
            placement="bottom-end"
            trigger={<Ellipsis size={16} aria-hidden="true" />}
            groups={[
              rest()
                .filter(({ tone }) => tone !== 'danger')
                .map(item),
              rest()
                .filter(({ tone }) => tone === 'danger')
                .map(item),
            ]}
          />
        </Show>
        <Show when={primary()}>
          {(one) => (
            <Button
              kind="primary"
              keys={actForms[one().action].key}
              busy={quick.busy() !== undefined}
              onClick={() => void start(one().action)}
            >
              {t(`action.${one().action}`)}
            </Button>
          )}
        </Show>
      </div>
      <Show when={!props.onOpen && sheet()} keyed>
        {(action) => (
          <ActionSheet
            ticket={props.ticket}
            action={action}
            onClose={() => setSheet()}
            onDone={(after) => props.onDone?.(after)}
          />
        )}
      </Show>
    </>
  )
}
