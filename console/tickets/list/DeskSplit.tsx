import type { JSX } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'

/** A queue on the left and what is worked on beside it; on narrow screens the queue alone. */
export const DeskSplit = (props: { queue: JSX.Element; children: JSX.Element; wide?: boolean }) => {
  const { t } = useI18n()
  return (
    <div
      class={
        props.wide
          ? 'flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[340px_minmax(0,1fr)]'
          : 'flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(420px,2fr)_minmax(0,3fr)]'
      }
    >
      <div class="relative min-h-0 flex-1 overflow-y-auto border-line bg-raised lg:border-r">{props.queue}</div>
      <section aria-label={t('ticket.current')} class="relative min-h-0 overflow-y-auto max-lg:hidden">
        {props.children}
      </section>
    </div>
  )
}
