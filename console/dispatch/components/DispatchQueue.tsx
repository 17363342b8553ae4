import Inbox from 'lucide-solid/icons/inbox'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import type { DispatchPlanDto } from '../../../api/tickets/units/dispatch-plan.dto.ts'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { PageBoundary } from '../../app/PageBoundary.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import type { KeysetList } from '../../shared/create-keyset-query.ts'
import { known } from '../../shared/known.ts'
import { createIsNarrow } from '../../shared/create-media-query.ts'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { useQuery } from '../../shared/use-query.ts'
import { DeskQueue } from '../../tickets/list/DeskQueue.tsx'
import { DeskSplit } from '../../tickets/list/DeskSplit.tsx'
import { createDeskRows } from '../../tickets/create-desk-rows.ts'
import { createQuickAct } from '../../tickets/create-quick-act.ts'
import { byPressure, groupNumber } from '../../tickets/tickets.models.ts'
import { LeavingNotice } from '../../tickets/page/LeavingNotice.tsx'
import { plansQuery } from '../../tickets/tickets.queries.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { DispatchDetail } from './DispatchDetail.tsx'
import { DispatchRow } from './DispatchRow.tsx'
import { DetailSkeleton } from '../../tickets/page/TicketSkeleton.tsx'

/** What waits for a unit, the most pressing first, each with what the catalogue proposes; Enter sends it there. */
export const DispatchQueue = (props: { list: KeysetList<TicketListItem> }) => {
  const { t } = useI18n()
  const narrow = createIsNarrow()
  const quick = createQuickAct()
  const sorted = createMemo(() => props.list.rows.filter(({ leaving }) => !leaving).toSorted(byPressure))
  /** Sent from this page just now: the toast says so. What others sent, or this one before a reload, stands below the queue. */
  const [sentHere, setSentHere] = createSignal<readonly string[]>([])
  const leaving = () => props.list.rows.filter((row) => row.leaving && !sentHere().includes(row.id))
  const rows = createDeskRows<TicketListItem>({ rows: sorted, resetKey: () => 'queue' })
  const plans = useQuery(() =>
    plansQuery(
      sorted()
        .map(({ id }) => id)
        .toSorted(),
    ),
  )
  const planOf = (id: string): DispatchPlanDto | undefined => known(plans)?.find((plan) => plan.ticketId === id)
  const ready = (id: string) => {
    const plan = planOf(id)
    return plan?.lead && plan.problems.length === 0 ? plan : undefined
  }
  /** A form lies open: what is written in it must not be passed over. */
  const [filling, setFilling] = createSignal(false)
  /** Where one key is not enough: the ticket that the first one was pressed for. */
  const [armed, setArmed] = createSignal<string>()
  createEffect(
    on(
      () => rows.current()?.id,
      () => setArmed(),
    ),
  )
  const bringBack = (id: string) => {
    setSentHere((ids) => ids.filter((other) => other !== id))
    rows.bringBack(id)
  }
  const sent = (after: Pick<TicketListItem, 'id' | 'leaving'>) => {
    if (after.leaving) setSentHere((ids) => [...ids, after.id])
    rows.finish(after.id)
  }
  const confirm = async (ticket: TicketListItem | undefined) => {
    const plan = ticket && ready(ticket.id)
    if (!ticket || !plan) return
    if (plan.doubts.length > 0 && armed() !== ticket.id) {
      setArmed(ticket.id)
      return
    }
    setArmed()
    const after = await quick.act(ticket, 'dispatch', {}, () => bringBack(ticket.id))
    if (after) sent(after)
  }
  createShortcuts(
    () => t('dispatch.title'),
    [
      {
        keys: 'enter',
        label: () => t('dispatch.confirm'),
        run: () => void confirm(rows.current()),
        when: () => !narrow() && !filling() && ready(rows.current()?.id ?? '') !== undefined,
      },
      { keys: 'esc', label: () => t('ui.cancel'), run: () => setArmed(), when: () => armed() !== undefined },
    ],
  )

  return (
    <DeskSplit
      queue={
        <DeskQueue
          label={t('dispatch.queue')}
          rows={rows}
          row={(row) => <DispatchRow ticket={row} plan={planOf(row.id)} />}
          rowLabel={(row) => `${groupNumber(row.number)} ${row.title}`}
          list={props.list}
          ticketOf={(row) => row.id}
          empty={<EmptyState icon={Inbox} title={t('dispatch.empty')} detail={t('dispatch.emptyHint')} />}
        />
      }
      below={
        <Show when={leaving().length > 0}>
          <ul aria-label={t('dispatch.leaving')} class="flex max-h-40 flex-col gap-1 overflow-y-auto p-2">
            <For each={leaving()}>
              {(row) => (
                <li>
                  <LeavingNotice ticket={row} named onBack={() => bringBack(row.id)} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      }
    >
      <Show
        when={!narrow() && rows.current()?.id}
        keyed
        fallback={
          <Show when={rows.shown().length > 0}>
            <EmptyState title={t('dispatch.pick')} detail={t('dispatch.pickHint')} />
          </Show>
        }
      >
        {(id) => (
          <PageBoundary loading={<DetailSkeleton />}>
            <DispatchDetail
              id={id}
              plan={planOf(id)}
              busy={quick.busy() === id}
              onConfirm={() => void confirm(rows.shown().find(({ row }) => row.id === id)?.row)}
              armed={armed() === id}
              onFilling={setFilling}
              onDone={sent}
              onBack={() => bringBack(id)}
            />
          </PageBoundary>
        )}
      </Show>
    </DeskSplit>
  )
}
