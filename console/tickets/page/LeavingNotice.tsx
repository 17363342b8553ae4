import { createSignal, Show } from 'solid-js'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Banner } from '../../ui/feedback/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { createLeavingWords, createTakeBack } from '../create-act-news.ts'

/** A ticket that is on its way to a unit, with the way to take it back; nothing where none is. In every browser, and after a reload. */
export const LeavingNotice = (props: {
  ticket: Pick<TicketListItem, 'id' | 'title' | 'leaving'>
  /** The ticket is named, where it is not on the page anyhow. */
  named?: boolean
  onBack?: () => void
}) => {
  const { t } = useI18n()
  const session = useSession()
  const words = createLeavingWords()
  const takeBack = createTakeBack()
  const [busy, setBusy] = createSignal(false)
  /** Who sent it has the key for it at hand, as while the toast is there; nobody takes another's back by a slip. */
  const own = () => props.ticket.leaving?.by === session().staff.name
  const undo = async () => {
    if (busy()) return
    setBusy(true)
    if (await takeBack(props.ticket)) props.onBack?.()
    setBusy(false)
  }
  createShortcuts(
    () => t('ui.messages'),
    [{ keys: 'z', label: () => t('leaving.undo'), run: () => void undo(), when: own }],
  )
  return (
    <Show when={props.ticket.leaving}>
      {(leaving) => (
        <Banner
          tone="info"
          class="rounded-md"
          action={
            <Button keys={own() ? 'z' : ''} busy={busy()} onClick={() => void undo()}>
              {t('leaving.undo')}
            </Button>
          }
        >
          <p class="font-medium wrap-anywhere">{words(leaving()).title}</p>
          <Show when={props.named}>
            <p class="line-clamp-1" title={props.ticket.title}>
              {props.ticket.title}
            </p>
          </Show>
          <p class="text-sm">{`${words(leaving()).due} · ${words(leaving()).leaves} · ${leaving().by}`}</p>
        </Banner>
      )}
    </Show>
  )
}
