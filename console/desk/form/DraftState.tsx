import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import type { IntakeWork } from '../create-intake.ts'

/** Where the draft is: quiet while all is well. */
export const DraftState = (props: { saver: IntakeWork['saver'] }) => {
  const { t, format } = useI18n()
  return (
    <p class="mr-auto text-sm text-muted max-sm:basis-full max-sm:empty:hidden" aria-live="polite">
      <Show
        when={props.saver.state() === 'failed'}
        fallback={
          <Show when={props.saver.savedAt()}>
            {(at) => t('desk.draftSaved', { time: format().timeWithSeconds(at()) })}
          </Show>
        }
      >
        <span class="text-warn">{t('desk.draftLocal')}</span>
      </Show>
    </p>
  )
}
