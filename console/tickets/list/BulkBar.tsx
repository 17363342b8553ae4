import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { createCan } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Banner } from '../../ui/feedback/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import { runBulk, type BulkState } from '../run-bulk.ts'
import { actOnTicket } from '../tickets.api.ts'
import { groupNumber } from '../tickets.models.ts'

type BulkAction = Extract<TicketAction, 'urge' | 'note' | 'dispatch'>

/** What can be done with several tickets at once; each goes through the real act, and those that fail are listed with the reason. */
export const BulkBar = (props: {
  tickets: readonly TicketListItem[]
  onClear: () => void
  /** While true the bar must stay, also when the rows have left the list. */
  onBusy: (busy: boolean) => void
}) => {
  const { t } = useI18n()
  const can = createCan()
  const queries = useQueryClient()
  const problemText = createProblemText()
  const [action, setAction] = createSignal<BulkAction>()
  const [text, setText] = createSignal('')
  const [state, setState] = createSignal<BulkState>()
  let stop = new AbortController()
  onCleanup(() => stop.abort())
  const actions = (): BulkAction[] => [
    ...(can('dispatch.desk') ? (['dispatch'] as const) : []),
    ...(can('desk.use') || can('dispatch.desk') ? (['urge'] as const) : []),
    'note',
  ]
  const name = (of: BulkAction) => (of === 'dispatch' ? t('bulk.dispatch') : t(`action.${of}`))
  const ready = () => action() !== 'note' || text().trim() !== ''

  const run = async (tickets: readonly TicketListItem[]) => {
    const chosen = action()
    if (!chosen || !ready()) return
    stop = new AbortController()
    props.onBusy(true)
    const input = text().trim() === '' || chosen === 'dispatch' ? {} : { text: text().trim() }
    const ended = await runBulk(
      tickets,
      (ticket) => actOnTicket(ticket.id, { action: chosen, version: ticket.version, input }),
      {
        onState: setState,
        signal: stop.signal,
      },
    )
    void queries.invalidateQueries({ queryKey: ['ticket', 'list'] })
    void queries.invalidateQueries({ queryKey: ['ticket', 'summary'] })
    if (ended.failures.length > 0 || stop.signal.aborted) return
    showToast({ tone: 'ok', title: t('bulk.finished', { action: name(chosen), done: ended.done, failed: 0 }) })
    close()
  }
  const close = () => {
    setState(undefined)
    setAction(undefined)
    setText('')
    props.onBusy(false)
    props.onClear()
  }
  const choose = (next: BulkAction) => {
    setAction(next)
    if (next === 'dispatch') void run(props.tickets)
  }
  /** What failed, as the list has it by now: a conflict is tried again on the newer version. */
  const failed = () =>
    (state()?.failures ?? []).map(({ ticket }) => props.tickets.find(({ id }) => id === ticket.id) ?? ticket)

  return (
    <section
      aria-label={t('bulk.selected', { count: props.tickets.length })}
      class="flex flex-col gap-2 border-t border-line bg-raised px-4 py-2"
    >
      <Show
        when={state()}
        fallback={
          <form
            class="flex flex-wrap items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              void run(props.tickets)
            }}
          >
            <span class="mr-2 flex min-h-control items-center font-medium" role="status">
              {t('bulk.selected', { count: props.tickets.length })}
            </span>
            <Show
              when={action()}
              fallback={<For each={actions()}>{(one) => <Button onClick={() => choose(one)}>{name(one)}</Button>}</For>}
            >
              {(one) => (
                <>
                  <TextField
                    label={one() === 'note' ? t('bulk.note') : t('bulk.urge')}
                    class="w-96 max-sm:w-full"
                    value={text()}
                    input={{ maxLength: 2000, ref: (box) => queueMicrotask(() => box.focus()) }}
                    onChange={setText}
                  />
                  <Button type="submit" kind="primary" disabled={!ready()}>
                    {t('bulk.start', { count: props.tickets.length })}
                  </Button>
                  <Button onClick={() => setAction(undefined)}>{t('ui.cancel')}</Button>
                </>
              )}
            </Show>
            <Button kind="quiet" class="ml-auto" onClick={() => props.onClear()}>
              {t('bulk.clear')}
            </Button>
          </form>
        }
      >
        {(now) => (
          <>
            <Show when={now().running}>
              <ProgressBar
                label={t('bulk.running', { action: name(action() ?? 'note') })}
                value={now().done + now().failures.length}
                max={now().total}
              />
            </Show>
            <Show when={now().failures.length > 0}>
              <ul class="max-h-40 overflow-y-auto text-sm" aria-live="polite">
                <For each={now().failures}>
                  {({ ticket, problem }) => (
                    <li class="flex gap-2 py-0.5">
                      <span class="font-mono text-muted">{groupNumber(ticket.number)}</span>
                      <span class="min-w-0 flex-1 truncate">{ticket.title}</span>
                      <span class="text-bad">{problemText(problem).title}</span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show
              when={!now().running}
              fallback={
                <div>
                  <Button onClick={() => stop.abort()}>{t('bulk.stop')}</Button>
                </div>
              }
            >
              <Banner
                tone={now().failures.length > 0 ? 'warn' : 'ok'}
                class="rounded-md"
                action={
                  <span class="flex gap-2">
                    <Show when={failed().length > 0}>
                      <Button onClick={() => void run(failed())}>{t('bulk.retry')}</Button>
                    </Show>
                    <Button onClick={close}>{t('bulk.close')}</Button>
                  </span>
                }
              >
                {t('bulk.finished', {
                  action: name(action() ?? 'note'),
                  done: now().done,
                  failed: now().failures.length,
                })}
              </Banner>
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}
