import Check from 'lucide-solid/icons/check'
import Minus from 'lucide-solid/icons/minus'
import { createMemo, For } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useI18n } from '../../i18n/i18n.tsx'
import { Tooltip } from '../../ui/overlays/Tooltip.tsx'
import type { IntakeWork } from '../create-intake.ts'
import { isFilled, readElements } from '../elements.models.ts'
import { elements, type Element } from '../../contacts/intake.models.ts'

/** 时、地、人、因、果: what has been asked and what has not; a click says otherwise than the program reads, or leads to the field that is empty. */
export const ElementChecks = (props: { work: IntakeWork; onMissing: (element: Element) => void }) => {
  const { t } = useI18n()
  const found = createMemo(() => readElements(props.work.form()))
  const press = (element: Element) => {
    const form = props.work.form()
    if (!isFilled(form, element)) return props.onMissing(element)
    props.work.write({ elements: { ...form.elements, [element]: !found()[element] } })
  }
  return (
    <div role="group" aria-label={t('desk.elements')} class="-mt-2 flex flex-wrap items-center gap-1">
      <span class="mr-1 text-sm text-muted">{t('desk.elements')}</span>
      <For each={elements}>
        {(element) => (
          <Tooltip text={t(`desk.elementHint.${element}`)}>
            <button
              type="button"
              aria-pressed={found()[element]}
              class="inline-flex min-h-7 items-center gap-1 rounded-full border border-dashed border-line-strong px-2 text-sm text-muted hover:bg-hover aria-pressed:border-solid aria-pressed:border-line aria-pressed:bg-sunken aria-pressed:text-text max-sm:min-h-10"
              onClick={() => press(element)}
            >
              {t(`desk.element.${element}`)}
              <Dynamic
                component={found()[element] ? Check : Minus}
                size={12}
                class={found()[element] ? 'text-ok' : ''}
                aria-hidden="true"
              />
            </button>
          </Tooltip>
        )}
      </For>
    </div>
  )
}
