import { Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { Spinner } from './Spinner.tsx'

/** The end of a list: how many there are, or that more is on its way. */
export const DataListFoot = (props: { shown: number; total: number | undefined; hasMore: boolean; label: string }) => {
  const { t } = useI18n()
  return (
    <div role="row">
      <div role="gridcell" class="flex h-row items-center justify-center gap-2 text-muted">
        <Show when={props.hasMore} fallback={t('ui.rowCount', { count: props.total ?? props.shown })}>
          <Spinner />
          {props.label}
        </Show>
      </div>
    </div>
  )
}
