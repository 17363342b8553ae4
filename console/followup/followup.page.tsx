import ArrowLeft from 'lucide-solid/icons/arrow-left'
import PhoneOutgoing from 'lucide-solid/icons/phone-outgoing'
import { createMemo, Show } from 'solid-js'
import { createCrumbs } from '../app/crumbs.ts'
import { PageBoundary } from '../app/PageBoundary.tsx'
import { useSession } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createKeysetQuery } from '../shared/create-keyset-query.ts'
import { known } from '../shared/known.ts'
import { createUrlState } from '../shared/create-url-state.ts'
import { choiceParam, textParam } from '../shared/url-state.models.ts'
import { useQuery } from '../shared/use-query.ts'
import { Button } from '../ui/Button.tsx'
import { CardList } from '../ui/lists/CardList.tsx'
import { createOpenRow } from '../ui/lists/create-open-row.ts'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { RadioGroup } from '../ui/fields/RadioGroup.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { FollowUpCard } from './components/FollowUpCard.tsx'
import { FollowUpDetail } from './components/FollowUpDetail.tsx'
import { followUpViews, type FollowUpView } from './followup.api.ts'
import { ofWhom, whose } from './followup.models.ts'
import { followUpCountsQuery, followUpList } from './followup.queries.ts'
import { DetailSkeleton } from '../tickets/page/TicketSkeleton.tsx'

/** The follow-up desk (回访): the list beside the call; on a phone one after the other. */
export const FollowUpPage = () => {
  const { t } = useI18n()
  const session = useSession()
  const [view, setView] = createUrlState({
    view: choiceParam(followUpViews, 'calling'),
    whose: choiceParam(whose, 'all'),
    id: textParam(),
  })
  const list = createKeysetQuery(() => followUpList(view().view))
  const counts = useQuery(() => followUpCountsQuery())
  const rows = createMemo(() => ofWhom(list.rows, view().whose, session().staff.id))
  /** How many are to be done in a view; what is done carries no number. */
  const countOf = (value: FollowUpView): { count?: number } => {
    const count = value === 'done' ? undefined : known(counts)?.counts[value]
    return count === undefined ? {} : { count }
  }
  const {
    open,
    close,
    next: openNext,
  } = createOpenRow({
    chosen: () => view().id,
    choose: (id) => setView({ id }),
    rows,
    loading: () => list.loading,
    resetKey: () => list.resetKey,
  })
  /** The next citizen's opens; after the last one there is none. */
  const done = (id: string) => {
    if (open() === id && !openNext(id)) close()
  }
  createCrumbs(() => [{ label: t('followUp.title') }])

  return (
    <div class="flex h-full min-h-0 flex-col">
      <Tabs
        label={t('followUp.views')}
        class={classes('shrink-0 bg-raised px-4', open() !== undefined && 'max-lg:hidden')}
        value={view().view}
        onChange={(next) => setView({ view: next, id: '' })}
        tabs={followUpViews.map((value) => ({ value, label: t(`followUp.view.${value}`), ...countOf(value) }))}
      />
      <div class="flex min-h-0 flex-1">
        <div
          class={classes(
            'flex min-h-0 w-[400px] shrink-0 flex-col bg-raised max-lg:w-full lg:border-r lg:border-line',
            open() !== undefined && 'max-lg:hidden',
          )}
        >
          <Show when={view().view === 'calling' || view().view === 'open'}>
            <div class="relative border-b border-line px-4 py-2">
              <RadioGroup
                label={t('followUp.whose')}
                hideLabel
                look="segments"
                value={view().whose}
                onChange={(next) => setView({ whose: next })}
                options={whose.map((value) => ({ value, label: t(`followUp.whose.${value}`) }))}
              />
            </div>
          </Show>
          <div class="relative min-h-0 flex-1 overflow-y-auto">
            <CardList
              {...list}
              rows={rows()}
              resetKey={`${list.resetKey} ${view().whose}`}
              label={t(`followUp.view.${view().view}`)}
              card={(row) => <FollowUpCard row={row} />}
              rowLabel={(row) => row.ticket.title}
              openId={open()}
              onOpen={(row) => setView({ id: row.id })}
              empty={
                <EmptyState
                  icon={PhoneOutgoing}
                  title={t(`followUp.empty.${view().view}`)}
                  detail={t('followUp.emptyHint')}
                />
              }
            />
          </div>
        </div>
        <div
          class={classes('relative min-h-0 min-w-0 flex-1 overflow-y-auto', open() === undefined && 'max-lg:hidden')}
        >
          <Show
            when={open()}
            keyed
            fallback={
              <Show when={rows().length > 0}>
                <EmptyState icon={PhoneOutgoing} title={t('followUp.choose')} detail={t('followUp.chooseHint')} />
              </Show>
            }
          >
            {(id) => (
              <>
                <div class="sticky top-0 z-10 border-b border-line bg-surface px-2 lg:hidden">
                  <Button kind="quiet" icon={ArrowLeft} onClick={close}>
                    {t('followUp.back')}
                  </Button>
                </div>
                <PageBoundary loading={<DetailSkeleton />}>
                  <FollowUpDetail id={id} onDone={() => done(id)} />
                </PageBoundary>
              </>
            )}
          </Show>
        </div>
      </div>
    </div>
  )
}
