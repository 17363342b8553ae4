import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import type { Proposal } from '../desk.api.ts'

/** Danger to life or property was heard: the number that takes it, before anything else. */
export const DangerBanner = (props: { danger: Proposal['danger'] }) => {
  const { t, inLocale } = useI18n()
  return (
    <Show when={props.danger}>
      {(danger) => (
        <div role="alert" class="flex items-center gap-3 rounded-md bg-bad-fill px-4 py-3 text-on-fill">
          <OctagonAlert size={24} class="shrink-0" aria-hidden="true" />
          <div class="min-w-0 flex-1">
            <p class="text-lg font-semibold">{t('desk.danger', { danger: t(`danger.${danger().kind}`) })}</p>
            <p>{t('desk.dangerHint', { number: danger().call, words: danger().words.join(inLocale('、', ', ')) })}</p>
          </div>
          <p class="text-display font-semibold">{danger().call}</p>
        </div>
      )}
    </Show>
  )
}
