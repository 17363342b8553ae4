import ClipboardCheck from 'lucide-solid/icons/clipboard-check'
import { createMemo, Show } from 'solid-js'
import type { TicketListItem } from '../../api/tickets/ticket.dto.ts'
import { createCrumbs } from '../app/crumbs.ts'
import { PageBoundary } from '../app/PageBoundary.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { createKeysetQuery } from '../shared/create-keyset-query.ts'
import { createIsNarrow } from '../shared/create-media-query.ts'
import { DeskQueue } from '../tickets/list/DeskQueue.tsx'
import { DeskSplit } from '../tickets/list/DeskSplit.tsx'
import { createDeskRows } from '../tickets/create-desk-rows.ts'
import { byPressure, groupNumber } from '../tickets/tickets.models.ts'
import { ticketList } from '../tickets/tickets.queries.ts'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { ReviewDetail } from './components/ReviewDetail.tsx'
import { ReviewRow } from './components/ReviewRow.tsx'
import { DetailSkeleton } from '../tickets/page/TicketSkeleton.tsx'

const waiting = { view: 'review', sort: 'clock', size: '100' }

/** The reviewer's desk: answers that wait, beside the request they answer; the next one opens by itself. */
export const ReviewPage = () => {
  const { t } = useI18n()
  const narrow = createIsNarrow()
  const list = createKeysetQuery<TicketListItem>(() => ticketList(waiting))
  const sorted = createMemo(() => list.rows.toSorted(byPressure))
  const rows = createDeskRows<TicketListItem>({ rows: sorted, resetKey: () => 'review' })
  createCrumbs(() => [{ label: t('review.title') }])
  return (
    <div class="flex h-full min-h-0 flex-col">
      <h1 class="sr-only">{t('review.title')}</h1>
      <DeskSplit
        wide
        queue={
          <DeskQueue
            label={t('review.queue')}
            rows={rows}
            row={(row) => <ReviewRow ticket={row} />}
            rowLabel={(row) => `${groupNumber(row.number)} ${row.title}`}
            list={list}
            ticketOf={(row) => row.id}
            empty={<EmptyState icon={ClipboardCheck} title={t('review.empty')} detail={t('review.emptyHint')} />}
          />
        }
      >
        <Show
          when={!narrow() && rows.current()?.id}
          keyed
          fallback={
            <Show when={rows.shown().length > 0}>
              <EmptyState title={t('review.pick')} detail={t('review.pickHint')} />
            </Show>
          }
        >
          {(id) => (
            <PageBoundary loading={<DetailSkeleton />}>
              <ReviewDetail id={id} onDone={() => rows.finish(id)} />
            </PageBoundary>
          )}
        </Show>
      </DeskSplit>
    </div>
  )
}
