import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { ToggleChip } from '../../ui/filters/ToggleChip.tsx'
import { views, type View } from '../../../api/vocabulary/ticket-list.ts'
import { countsQuery } from '../tickets.queries.ts'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** The saved views with their counts. Views that are empty for this reader stay, so that nothing jumps. */
export const ViewBar = (props: { value: View; onChange: (view: View) => void }) => {
  const { t } = useI18n()
  const query = useQuery(() => countsQuery())
  const count = (view: View): number | undefined => known(query)?.counts[view]
  return (
    <div
      role="group"
      aria-label={t('tickets.views')}
      class="flex gap-1.5 overflow-x-auto px-4 py-0.5 [scrollbar-width:none]"
    >
      <For each={views}>
        {(view) => (
          <ToggleChip
            label={t(`view.${view}`)}
            pressed={props.value === view}
            {...(count(view) !== undefined && { count: count(view) ?? 0 })}
            onChange={() => props.onChange(view)}
          />
        )}
      </For>
    </div>
  )
}
