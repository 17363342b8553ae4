import { Match, Switch } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../Button.tsx'
import { Spinner } from '../feedback/Spinner.tsx'

/** The end of a list: how many there are, that more is on its way, or that it did not come. */
export const ListFoot = (props: {
  shown: number
  total?: number | undefined
  hasMore: boolean
  loadingMore: boolean
  moreFailed: boolean
  onMore: () => void
}) => {
  const { t } = useI18n()
  return (
    <div class="flex min-h-row flex-wrap items-center justify-center gap-2 px-4 text-sm text-muted">
      <Switch fallback={t('ui.rowCount', { count: props.total ?? props.shown })}>
        <Match when={props.moreFailed}>
          <span role="alert">{t('ui.moreFailed')}</span>
          <Button kind="quiet" class="text-accent!" busy={props.loadingMore} onClick={() => props.onMore()}>
            {t('ui.retry')}
          </Button>
        </Match>
        <Match when={props.hasMore}>
          <Spinner />
          {t('ui.loading')}
        </Match>
      </Switch>
    </div>
  )
}
