import { For } from 'solid-js'
import type { RatesDto } from '../../../api/insight/insight.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { rateNames, silentShare } from '../rates.models.ts'

/** The rates of all units together, each with its formula beside it. */
export const RateTotals = (props: { total: RatesDto['total'] }) => {
  const { t, format } = useI18n()
  const silent = () => props.total.noReply + props.total.unreachable
  const share = (value: number | null) => (value === null ? '—' : format().percent(value))
  const facts = () => [
    ...rateNames.map((name) => ({
      label: t(`rates.${name}`),
      value: share(props.total[name].value),
      parts: t('rates.share', {
        count: format().number(props.total[name].count),
        of: format().number(props.total[name].of),
      }),
      formula: t(`rates.formula.${name}`),
    })),
    {
      label: t('rates.noReplyShare'),
      value: share(silentShare(props.total)),
      parts: t('rates.share', { count: format().number(silent()), of: format().number(props.total.asked) }),
      formula: t('rates.formula.noReply'),
    },
    {
      label: t('rates.withoutCall.long'),
      value: format().number(props.total.withoutCall),
      parts: '',
      formula: t('rates.formula.withoutCall'),
    },
  ]
  return (
    <dl
      aria-label={t('rates.formulas')}
      class="grid grid-cols-5 gap-px overflow-hidden rounded-lg border border-line bg-line max-lg:grid-cols-3 max-md:grid-cols-2 max-sm:grid-cols-1"
    >
      <For each={facts()}>
        {(fact) => (
          <div class="flex flex-col bg-raised px-4 py-3">
            <dt class="text-sm text-muted">{fact.label}</dt>
            <dd class="flex items-baseline gap-2">
              <span class="text-2xl font-semibold">{fact.value}</span>
              <span class="text-sm text-muted">{fact.parts}</span>
            </dd>
            <dd class="text-sm text-muted">{fact.formula}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
