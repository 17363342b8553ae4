import ArrowLeft from 'lucide-solid/icons/arrow-left'
import Inbox from 'lucide-solid/icons/inbox'
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import type { TicketDto, TicketListItem } from '../../api/tickets/ticket.dto.ts'
import { createCrumbs } from '../app/crumbs.ts'
import { PageBoundary } from '../app/PageBoundary.tsx'
import { useSession } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createKeysetQuery } from '../shared/create-keyset-query.ts'
import { known } from '../shared/known.ts'
import { createUrlState } from '../shared/create-url-state.ts'
import { choiceParam, textParam } from '../shared/url-state.models.ts'
import { useQuery } from '../shared/use-query.ts'
import { unitsQuery } from '../tickets/tickets.queries.ts'
import { Button } from '../ui/Button.tsx'
import { CardList } from '../ui/lists/CardList.tsx'
import { createOpenRow } from '../ui/lists/create-open-row.ts'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { BulkSign } from './components/BulkSign.tsx'
import { UnitCard } from './components/UnitCard.tsx'
import { UnitTicket } from './components/UnitTicket.tsx'
import { WaitingBar } from './components/WaitingBar.tsx'
import { createSendQueue } from './create-send-queue.ts'
import { countedTabs, hasLeft, subtreeOf, unitTabs, type UnitTab } from './unit.models.ts'
import { unitCountsQuery, unitList } from './unit.queries.ts'
import { DetailSkeleton } from '../tickets/page/TicketSkeleton.tsx'

/** The unit's desk: its piles beside the open ticket; on a phone one after the other. */
export const UnitPage = () => {
  const { t, inLocale } = useI18n()
  const session = useSession()
  const unitId = () => session().staff.unitId
  const [view, setView] = createUrlState({ tab: choiceParam(unitTabs, 'toSign'), id: textParam() })
  const units = useQuery(unitsQuery)
  const own = createMemo(() => subtreeOf(known(units) ?? [], unitId()))
  const counts = useQuery(() => unitCountsQuery(unitId()))
  const list = createKeysetQuery<TicketListItem>(() => ({
    ...unitList(view().tab, unitId(), own()),
    enabled: view().tab !== 'beside' || known(units) !== undefined,
  }))
  /** What others lead is told apart by the tree of units: without it that pile cannot be shown. */
  const besideFailed = () => view().tab === 'beside' && units.isLoadingError
  const queue = createSendQueue(session().staff.id)
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set())
  createEffect(
    on(
      () => view().tab,
      () => setSelected(new Set<string>()),
      { defer: true },
    ),
  )
  createCrumbs(() => [
    // the way back, once there is something to come back from
    { label: t('unit.title'), ...(view().id !== '' && { href: '/unit' }) },
    { label: inLocale(session().staff.unitName, session().staff.unitNameEn) },
  ])

  const { open, close, next } = createOpenRow({
    chosen: () => view().id,
    choose: (id) => setView({ id }),
    rows: () => list.rows,
    loading: () => list.loading,
    resetKey: () => list.resetKey,
  })
  /** What an act took out of the pile is done here, and the next one opens; the last one stays open. */
  const done = (after: TicketDto) => {
    if (hasLeft(view().tab, after.state)) next(after.id)
  }
  let pane: HTMLDivElement | undefined
  createEffect(on(open, () => pane?.scrollTo({ top: 0 }), { defer: true }))
  const chosen = () => list.rows.filter(({ id }) => selected().has(id))
  const tab = (value: UnitTab) => {
    const counted = countedTabs.find((one) => one === value)
    const count = counted && known(counts)?.[counted]
    return { value, label: t(`unit.tab.${value}`), ...(count !== undefined && { count }) }
  }

  return (
    <div class="flex h-full min-h-0 flex-col">
      <WaitingBar queue={queue} />
      <Tabs
        label={t('unit.tabs')}
        class={classes('shrink-0 bg-raised px-4', open() !== undefined && 'max-lg:hidden')}
        value={view().tab}
        onChange={(next) => setView({ tab: next, id: '' })}
        tabs={unitTabs.map((value) => tab(value))}
      />
      <div class="flex min-h-0 flex-1">
        <div
          class={classes(
            'flex min-h-0 w-[400px] shrink-0 flex-col bg-raised max-lg:w-full lg:border-r lg:border-line',
            open() !== undefined && 'max-lg:hidden',
          )}
        >
          <div class="relative min-h-0 flex-1 overflow-y-auto">
            <CardList
              {...list}
              {...(besideFailed() && { loading: false, error: units.error, retry: () => void units.refetch() })}
              label={t(`unit.tab.${view().tab}`)}
              card={(row) => <UnitCard ticket={row} ownUnitId={unitId()} />}
              rowLabel={(row) => row.title}
              openId={open()}
              onOpen={(row) => setView({ id: row.id })}
              {...(view().tab === 'toSign' && { selected: selected(), onSelected: setSelected })}
              empty={<EmptyState icon={Inbox} title={t(`unit.empty.${view().tab}`)} detail={t('unit.emptyHint')} />}
            />
          </div>
          <Show when={chosen().length > 0}>
            <BulkSign tickets={chosen()} onLeft={(ids) => setSelected(new Set(ids))} />
          </Show>
        </div>
        <div
          ref={pane}
          class={classes('relative min-h-0 min-w-0 flex-1 overflow-y-auto', open() === undefined && 'max-lg:hidden')}
        >
          <Show
            when={open()}
            keyed
            fallback={
              <Show when={list.rows.length > 0}>
                <EmptyState icon={Inbox} title={t('unit.choose')} detail={t('unit.chooseHint')} />
              </Show>
            }
          >
            {(id) => (
              <>
                <div class="border-b border-line bg-surface px-2 lg:hidden">
                  <Button kind="quiet" icon={ArrowLeft} onClick={close}>
                    {t('unit.back')}
                  </Button>
                </div>
                <PageBoundary loading={<DetailSkeleton />}>
                  <UnitTicket id={id} queue={queue} onDone={done} />
                </PageBoundary>
              </>
            )}
          </Show>
        </div>
      </div>
    </div>
  )
}
