import { Show } from 'solid-js'
import type { ShareDto } from '../../../api/insight/insight.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'

/** A share with what it is a share of; where it must not be compared, the counts alone. */
export const RateCell = (props: { share: ShareDto; comparable: boolean }) => {
  const { t, format } = useI18n()
  const parts = () =>
    props.share.of === 0
      ? '—'
      : t('rates.share', { count: format().number(props.share.count), of: format().number(props.share.of) })
  return (
    <Show when={props.comparable && props.share.value !== null} fallback={<span class="text-muted">{parts()}</span>}>
      <span class="grid grid-cols-[4em_minmax(3rem,1fr)_5.5em] items-center gap-2">
        <span class="text-end font-medium">{format().percent(props.share.value ?? 0)}</span>
        <span aria-hidden="true" class="h-1.5 overflow-hidden rounded-full bg-sunken">
          <span class="block h-full bg-accent-fill" style={{ width: `${100 * (props.share.value ?? 0)}%` }} />
        </span>
        <span class="text-end text-muted">{parts()}</span>
      </span>
    </Show>
  )
}
