import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, onCleanup, Show } from 'solid-js'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { runBulk, type BulkState } from '../../tickets/run-bulk.ts'
import { actOnTicket } from '../../tickets/tickets.api.ts'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'

/** Signs for all chosen tickets, each by its own act; what fails is told and stays chosen. */
export const BulkSign = (props: { tickets: readonly TicketListItem[]; onLeft: (ids: readonly string[]) => void }) => {
  const { t } = useI18n()
  const queries = useQueryClient()
  const words = createProblemText()
  const [state, setState] = createSignal<BulkState>()
  const stop = new AbortController()
  onCleanup(() => stop.abort())
  const sign = async () => {
    if (state()?.running || props.tickets.length === 0) return
    const chosen = props.tickets
    const ended = await runBulk(
      chosen,
      (ticket) => actOnTicket(ticket.id, { action: 'sign', version: ticket.version, input: {} }),
      {
        onState: setState,
        signal: stop.signal,
      },
    )
    setState()
    void queries.invalidateQueries({ queryKey: ['ticket'] })
    const [first] = ended.failures
    showToast(
      first
        ? {
            tone: 'bad',
            title: t('unit.signedSome', { done: ended.done, failed: ended.failures.length }),
            detail: words(first.problem).title,
          }
        : { tone: 'ok', title: t('unit.signed', { count: ended.done }) },
    )
    props.onLeft(ended.failures.map(({ ticket }) => ticket.id))
  }
  createShortcuts(
    () => t('unit.title'),
    [
      {
        keys: 'shift+s',
        label: () => t('unit.signChosen'),
        run: () => void sign(),
        when: () => props.tickets.length > 0,
      },
    ],
  )
  return (
    <div class="border-t border-line bg-raised px-4 py-2">
      <Show
        when={state()}
        fallback={
          <div class="flex items-center justify-between gap-3">
            <span role="status">{t('ui.selectedCount', { count: props.tickets.length })}</span>
            <span class="flex gap-2">
              <Button kind="quiet" onClick={() => props.onLeft([])}>
                {t('ui.cancel')}
              </Button>
              <Button kind="primary" keys="shift+s" onClick={() => void sign()}>
                {t('unit.signChosen')}
              </Button>
            </span>
          </div>
        }
      >
        {(now) => (
          <ProgressBar label={t('unit.signChosen')} value={now().done + now().failures.length} max={now().total} />
        )}
      </Show>
    </div>
  )
}
