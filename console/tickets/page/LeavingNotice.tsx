import { createSignal, Show } from 'solid-js'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
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
  const words = createLeavingWords()
  const takeBack = createTakeBack()
  const [busy, setBusy] = createSignal(false)
  const undo = async () => {
    setBusy(true)
    if (await takeBack(props.ticket)) props.onBack?.()
    setBusy(false)
  }
  return (
    <Show when={props.ticket.leaving}>
      {(leaving) => (
        <Banner
          tone="info"
          class="rounded-md"
          action={
            <Button busy={busy()} onClick={() => void undo()}>
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
