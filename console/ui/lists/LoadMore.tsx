import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../Button.tsx'

/** The way to the next page of a list that does not read on by itself; says so when it did not come. */
export const LoadMore = (props: {
  list: { hasMore: boolean; loadingMore: boolean; moreFailed: boolean; onMore: () => void }
  /** What there is more of, where it is not simply what comes next. */
  label?: string
}) => {
  const { t } = useI18n()
  return (
    <Show when={props.list.hasMore}>
      <div class="flex flex-wrap items-center justify-center gap-2 p-3">
        <Show when={props.list.moreFailed}>
          <span role="alert" class="text-sm text-muted">
            {t('ui.moreFailed')}
          </span>
        </Show>
        <Button kind="quiet" class="text-muted" busy={props.list.loadingMore} onClick={() => props.list.onMore()}>
          {props.list.moreFailed ? t('ui.retry') : (props.label ?? t('ui.loadMore'))}
        </Button>
      </div>
    </Show>
  )
}
