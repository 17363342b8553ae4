import ChartNoAxesColumn from 'lucide-solid/icons/chart-no-axes-column'
import Download from 'lucide-solid/icons/download'
import { createMemo, Show } from 'solid-js'
import type { Kind } from '../../api/vocabulary/catalogue.ts'
import type { UnitLevel } from '../../api/vocabulary/directory.ts'
import { createCrumbs } from '../app/crumbs.ts'
import { useSession } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createUrlState } from '../shared/create-url-state.ts'
import { known } from '../shared/known.ts'
import { serverNow } from '../shared/server-time.ts'
import { choiceParam } from '../shared/url-state.models.ts'
import { useQuery } from '../shared/use-query.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '../ui/feedback/ErrorPanel.tsx'
import { Select } from '../ui/fields/Select.tsx'
import { RatesSkeleton } from './components/RatesSkeleton.tsx'
import { RateTable } from './components/RateTable.tsx'
import { RateTotals } from './components/RateTotals.tsx'
import type { RatesQuestion } from './insight.api.ts'
import { ratesQuery } from './insight.queries.ts'
import { answerOf, cityDay, csvRate, periodRange, periods, rankRows, rateNames, toCsv } from './rates.models.ts'
import { saveCsv } from './save-csv.ts'

const levels = ['district', 'street', 'bureau', 'enterprise'] as const satisfies readonly UnitLevel[]
const kinds = ['inquiry', 'help', 'complaint', 'violationReport', 'suggestion'] as const satisfies readonly Kind[]
const kindChoices = ['all', ...kinds] as const

/** What citizens said of each unit's work: the three rates (三率), with what they are made of. */
export const RatesPage = () => {
  const { t, format, inLocale } = useI18n()
  const session = useSession()
  createCrumbs(() => [{ label: t('rates.title') }])
  const own = levels.find((level) => level === session().staff.unitLevel) ?? 'district'
  const [view, setView] = createUrlState({
    period: choiceParam(periods, 'days30'),
    level: choiceParam(levels, own),
    kind: choiceParam(kindChoices, 'all'),
    sort: choiceParam(rateNames, 'satisfied'),
  })
  const question = createMemo((): RatesQuestion => {
    const { period, level, kind } = view()
    return { ...periodRange(period, serverNow()), level, ...(kind !== 'all' && { kind }) }
  })
  const rates = useQuery(() => ({ ...ratesQuery(question()), throwOnError: false }))
  const found = () => known(rates)
  const rows = createMemo(() => rankRows(found()?.rows ?? [], view().sort))
  const title = () => {
    const read = found()
    if (!read) return t('rates.title')
    const answer = answerOf(read)
    const name = (row: { unit: { name: string; nameEn: string } }) => inLocale(row.unit.name, row.unit.nameEn)
    const share = (value: number | null) => format().percent(value ?? 0)
    if (answer.says === 'none') return t('rates.answer.none')
    const rate = share(answer.rate)
    if (answer.says === 'plain') return t('rates.answer.plain', { rate, count: answer.count })
    const best = { best: name(answer.best), bestRate: share(answer.best.satisfied.value) }
    if (answer.says === 'one') return t('rates.answer.one', { rate, ...best })
    return t('rates.answer.spread', {
      rate,
      ...best,
      worst: name(answer.worst),
      worstRate: share(answer.worst.satisfied.value),
    })
  }
  const lastDay = () => format().day(Date.parse(question().to) - 1)
  const download = () => {
    const head = [
      t('rates.rank'),
      t('rates.unit'),
      t('rates.asked'),
      t('rates.reached'),
      t('rates.noReply'),
      t('rates.unreachable'),
      t('rates.withoutCall.long'),
    ]
    const body = rows().map(({ row, rank }) => [
      rank ?? '',
      inLocale(row.unit.name, row.unit.nameEn),
      row.asked,
      row.reached,
      row.noReply,
      row.unreachable,
      row.withoutCall,
      ...rateNames.flatMap((name) => [row[name].count, csvRate(row, name)]),
    ])
    const rateHead = rateNames.flatMap((name) => [`${t(`rates.${name}`)} n`, t(`rates.${name}`)])
    const total = found()?.total
    const last = total
      ? [
          [
            '',
            t('rates.total'),
            total.asked,
            total.reached,
            total.noReply,
            total.unreachable,
            total.withoutCall,
            ...rateNames.flatMap((name) => [total[name].count, csvRate(total, name)]),
          ],
        ]
      : []
    saveCsv(`${t('rates.fileName')}-${cityDay(question().from)}`, toCsv([[...head, ...rateHead], ...body, ...last]))
  }

  return (
    <div class="mx-auto flex max-w-[1320px] flex-col gap-4 p-5 max-sm:p-4">
      <header class="flex flex-wrap items-end gap-x-3 gap-y-3">
        <h2 class="mr-auto min-w-72 flex-1 text-xl font-semibold max-sm:min-w-full">{title()}</h2>
        <Select
          label={t('rates.period')}
          inline
          value={view().period}
          onChange={(period) => setView({ period })}
          options={periods.map((value) => ({ value, label: t(`rates.period.${value}`) }))}
        />
        <Select
          label={t('rates.level')}
          inline
          value={view().level}
          onChange={(level) => setView({ level })}
          options={levels.map((value) => ({ value, label: t(`unitLevel.${value}`) }))}
        />
        <Select
          label={t('rates.kind')}
          inline
          value={view().kind}
          onChange={(kind) => setView({ kind })}
          options={[
            { value: 'all' as const, label: t('rates.kind.all') },
            ...kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
        <Button icon={Download} disabled={rows().length === 0} onClick={download}>
          {t('rates.export')}
        </Button>
      </header>
      <Show
        when={found()}
        fallback={
          <Show when={rates.isLoadingError} fallback={<RatesSkeleton />}>
            <ErrorPanel error={rates.error} onRetry={() => void rates.refetch()} />
          </Show>
        }
      >
        {(data) => (
          <div class="flex flex-col gap-4" aria-busy={rates.isPlaceholderData}>
            <RateTotals total={data().total} />
            <Show
              when={rows().length > 0}
              fallback={<EmptyState icon={ChartNoAxesColumn} title={t('rates.empty')} detail={t('rates.emptyHint')} />}
            >
              <RateTable
                rows={rows()}
                sort={view().sort}
                least={data().smallCount}
                onSort={(sort) => setView({ sort })}
              />
            </Show>
            <p class="text-sm text-muted">
              {t('rates.basis', { from: format().day(question().from), to: lastDay(), least: data().smallCount })}
            </p>
          </div>
        )}
      </Show>
    </div>
  )
}
