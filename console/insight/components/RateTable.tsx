import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { rateNames, silentShare, type RateName, type RankedRow } from '../rates.models.ts'
import { RateCell } from './RateCell.tsx'

/** Units with their rates: ranked where there is enough to compare, with counts alone where there is not. */
export const RateTable = (props: {
  rows: readonly RankedRow[]
  sort: RateName
  least: number
  onSort: (by: RateName) => void
}) => {
  const { t, format, inLocale } = useI18n()
  /** Where those begin that are too small to be compared. */
  const firstSmall = () => props.rows.find(({ rank }) => rank === null)?.id
  return (
    <div class="overflow-x-auto rounded-lg border border-line bg-raised">
      <table class="w-full min-w-[920px] text-sm max-sm:hidden">
        <caption class="sr-only">{t('rates.table')}</caption>
        <thead class="text-xs text-muted">
          <tr class="border-b border-line *:h-9 *:px-3 *:font-normal *:whitespace-nowrap">
            <th scope="col" class="w-14 text-end">
              {t('rates.rank')}
            </th>
            <th scope="col" class="text-start">
              {t('rates.unit')}
            </th>
            <th scope="col" class="text-end">
              {t('rates.asked')}
            </th>
            <th scope="col" class="text-end">
              {t('rates.reached')}
            </th>
            <th scope="col" class="text-end">
              {t('rates.noReplyShare')}
            </th>
            <th scope="col" class="text-end" title={t('rates.formula.withoutCall')}>
              {t('rates.withoutCall')}
            </th>
            <For each={rateNames}>
              {(name) => (
                <th
                  scope="col"
                  class="w-[19%] pl-8! text-start"
                  aria-sort={props.sort === name ? 'descending' : 'none'}
                >
                  <button
                    type="button"
                    class={`-mx-1 min-h-8 rounded-sm px-1 hover:text-text ${props.sort === name ? 'font-medium text-text' : ''}`}
                    onClick={() => props.onSort(name)}
                  >
                    {t(`rates.${name}`)}
                    <Show when={props.sort === name}> ↓</Show>
                  </button>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {({ id, row, rank }) => (
              <>
                <Show when={id === firstSmall()}>
                  <tr class="border-b border-line bg-surface">
                    <td colspan={9} class="px-3 py-1.5 text-xs text-muted">
                      {t('rates.notComparable', { least: props.least })}
                    </td>
                  </tr>
                </Show>
                <tr class="border-b border-line last:border-0 *:h-row *:px-3 *:whitespace-nowrap hover:bg-hover">
                  <td class="text-end">{rank ?? <span class="text-muted">—</span>}</td>
                  <th scope="row" class="max-w-60 truncate text-start font-medium">
                    {inLocale(row.unit.name, row.unit.nameEn)}
                  </th>
                  <td class="text-end">{format().number(row.asked)}</td>
                  <td class="text-end">{format().number(row.reached)}</td>
                  <td class="text-end text-muted">
                    {row.comparable
                      ? format().percent(silentShare(row) ?? 0)
                      : t('rates.share', { count: row.noReply + row.unreachable, of: row.asked })}
                  </td>
                  <td class={`text-end ${row.withoutCall > 0 ? 'text-warn' : 'text-muted'}`}>
                    {format().number(row.withoutCall)}
                  </td>
                  <For each={rateNames}>
                    {(name) => (
                      <td class="pl-8!">
                        <RateCell share={row[name]} comparable={row.comparable} />
                      </td>
                    )}
                  </For>
                </tr>
              </>
            )}
          </For>
        </tbody>
      </table>
      <ul aria-label={t('rates.table')} class="divide-y divide-line sm:hidden">
        <For each={props.rows}>
          {({ id, row, rank }) => (
            <li class="flex flex-col gap-1.5 px-4 py-3">
              <Show when={id === firstSmall()}>
                <span class="text-xs text-muted">{t('rates.notComparable', { least: props.least })}</span>
              </Show>
              <span class="flex items-baseline justify-between gap-3">
                <span class="font-medium">
                  <Show when={rank !== null}>
                    <span class="mr-2 text-muted">{rank}</span>
                  </Show>
                  {inLocale(row.unit.name, row.unit.nameEn)}
                </span>
                <span class="text-sm whitespace-nowrap text-muted">
                  {t('rates.reached')} {format().number(row.reached)} / {format().number(row.asked)}
                  <Show when={row.withoutCall > 0}>
                    <span class="text-warn">{` · ${t('rates.withoutCall')} ${format().number(row.withoutCall)}`}</span>
                  </Show>
                </span>
              </span>
              <For each={rateNames}>
                {(name) => (
                  <span class="grid grid-cols-[6em_1fr] items-center gap-2 text-sm">
                    <span class="text-muted">{t(`rates.${name}`)}</span>
                    <RateCell share={row[name]} comparable={row.comparable} />
                  </span>
                )}
              </For>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
