import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { GradeMark } from '../../ui/GradeMark.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { RetentionItem } from '../operations.api.ts'

/** How long each kind of data is kept, on what basis, and what the last run took. A city's own periods are set by the API. */
export const RetentionPanel = (props: { items: readonly RetentionItem[] }) => {
  const { t, inLocale, format } = useI18n()
  const basis = ({ set, basis: { source, sourceEn } }: RetentionItem) =>
    set ? t('retention.setBy', { reason: set.reason, name: set.by }) : inLocale(source, sourceEn)
  const last = ({ lastRun, outside }: RetentionItem) => {
    if (outside) return t('retention.outside')
    if (!lastRun) return t('retention.notYet')
    return t('retention.last', { at: format().moment(lastRun.startedAt), count: format().number(lastRun.erased) })
  }
  return (
    <Panel title={t('retention.title')}>
      <p class="mb-3 max-w-[70ch] text-muted">{t('retention.intro')}</p>
      <div class="overflow-x-auto" tabindex="0" role="region" aria-label={t('retention.title')}>
        <table class="w-full min-w-[46rem] text-sm">
          <thead class="text-xs text-muted">
            <tr class="border-b border-line *:py-1 *:pr-3 *:text-start *:font-normal">
              <th scope="col">{t('retention.kind')}</th>
              <th scope="col">{t('retention.days')}</th>
              <th scope="col">{t('retention.why')}</th>
              <th scope="col">{t('retention.lastRun')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.items}>
              {(item) => (
                <tr class="border-b border-line align-top last:border-0 *:py-1.5 *:pr-3">
                  <th scope="row" class="text-start font-medium">
                    {t(`retention.${item.kind}`)}
                  </th>
                  <td class="whitespace-nowrap tabular-nums">
                    <Show when={item.days > 0} fallback={t('retention.atOnce')}>
                      {t('retention.forDays', { days: item.days })}
                    </Show>
                    <span class="block text-xs text-muted">{t(`retention.way.${item.way}`)}</span>
                  </td>
                  <td class="wrap-anywhere text-muted">
                    {basis(item)}{' '}
                    <Show when={item.set === null}>
                      <GradeMark grade={item.basis.grade} />
                    </Show>
                  </td>
                  <td class="text-muted">{last(item)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
