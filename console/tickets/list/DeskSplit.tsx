import type { JSX } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'

/** A queue on the left and what is worked on beside it; on narrow screens the queue alone. */
export const DeskSplit = (props: {
  queue: JSX.Element
  children: JSX.Element
  wide?: boolean
  /** Stands below the queue, so that its rows stay where they are. */
  below?: JSX.Element
}) => {
  const { t } = useI18n()
  return (
    <div
      class={
        props.wide
          ? 'flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[340px_minmax(0,1fr)]'
          : 'flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(420px,2fr)_minmax(0,3fr)]'
      }
    >
      <div class="flex min-h-0 flex-1 flex-col border-line bg-raised lg:border-r">
        <div class="relative min-h-0 flex-1 overflow-y-auto">{props.queue}</div>
        {props.below}
      </div>
      <section aria-label={t('ticket.current')} class="relative min-h-0 overflow-y-auto max-lg:hidden">
        {props.children}
      </section>
    </div>
  )
}
