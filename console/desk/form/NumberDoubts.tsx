import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { createMemo, For, Show } from 'solid-js'
import { doubtfulNumbers } from '../../../api/platform/personal/doubtful.rules.ts'
import { useI18n } from '../../i18n/i18n.tsx'

/** Numbers in a text whose check digit is wrong, said beside the field; filing does not wait for them. */
export const NumberDoubts = (props: { text: string }) => {
  const { t } = useI18n()
  const doubts = createMemo(() => doubtfulNumbers(props.text))
  return (
    <Show when={doubts().length > 0}>
      <div role="status" class="-mt-2 flex flex-col gap-1">
        <For each={doubts()}>
          {({ what, written }) => (
            <p class="flex items-start gap-1.5 text-sm text-warn">
              <TriangleAlert size={14} class="mt-0.5 shrink-0" aria-hidden="true" />
              <span class="min-w-0 wrap-anywhere">{t(`desk.doubt.${what}`, { number: written })}</span>
            </p>
          )}
        </For>
      </div>
    </Show>
  )
}
