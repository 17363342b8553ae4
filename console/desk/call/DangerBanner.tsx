import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { createSignal, For, Show } from 'solid-js'
import { useQueryClient } from '@tanstack/solid-query'
import { firstAdvice } from '../../../api/notices/danger-advice.rules.ts'
import type { DangerKind, EmergencyNumber } from '../../../api/vocabulary/danger.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { acknowledgeDanger, type DeskNotice } from '../../notices/notices.api.ts'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import type { DeskDanger } from '../create-dangers.ts'

/**
 * Danger to life or property, above whatever is worked on: what to say first and whom to call, until somebody has it in hand by name; then a line
 * that says who. It outlasts the form: filing and an answer on the spot handle no danger.
 */
export const DangerBanner = (props: { dangers: readonly DeskDanger[]; handled: readonly DeskNotice[] }) => {
  const { t, format } = useI18n()
  const queries = useQueryClient()
  const words = createProblemText()
  const [busy, setBusy] = createSignal(false)
  const first = () => props.dangers.find(({ noticeId }) => noticeId !== undefined)?.noticeId
  const takeInHand = async (id: string) => {
    setBusy(true)
    try {
      await acknowledgeDanger(id)
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    } finally {
      await queries.invalidateQueries({ queryKey: ['alert'] })
      setBusy(false)
    }
  }
  createShortcuts(
    () => t('desk.title'),
    [
      {
        keys: 'alt+k',
        label: () => t('notice.acknowledge'),
        run: () => void takeInHand(first() ?? ''),
        when: () => first() !== undefined && !busy(),
      },
    ],
  )
  return (
    <>
      <For each={props.dangers}>
        {(danger) => (
          <Alarm danger={danger}>
            <Button
              keys="alt+k"
              busy={busy()}
              disabled={danger.noticeId === undefined}
              onClick={() => danger.noticeId !== undefined && void takeInHand(danger.noticeId)}
            >
              {t('notice.acknowledge')}
            </Button>
          </Alarm>
        )}
      </For>
      <For each={props.handled}>
        {({ danger, handled }) => (
          <p class="flex items-center gap-2 border-b border-line bg-ok-soft px-4 py-1.5 text-sm text-ok">
            <ShieldCheck size={16} class="shrink-0" aria-hidden="true" />
            <Show when={danger}>
              {(kind) => <span class="font-medium">{t('desk.alert', { danger: t(`danger.${kind()}`) })}</span>}
            </Show>
            <Show when={handled}>
              {(by) => (
                <span class="min-w-0 truncate">
                  {t(`notice.${by().how}`, { name: by().by.name, time: format().time(by().at) })}
                </span>
              )}
            </Show>
          </p>
        )}
      </For>
    </>
  )
}

const Alarm = (props: { danger: DeskDanger; children: ReturnType<typeof Button> }) => {
  const { t, inLocale } = useI18n()
  return (
    <div
      role="alert"
      class="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-bad-fill px-4 py-2.5 text-on-fill"
    >
      <OctagonAlert size={24} class="shrink-0 max-sm:hidden" aria-hidden="true" />
      <div class="min-w-60 flex-1">
        <p class="text-lg font-semibold">{t('desk.danger', { danger: t(`danger.${props.danger.kind}`) })}</p>
        <Show when={props.danger.words.length > 0}>
          <p>
            {t('desk.dangerHint', { number: props.danger.call, words: props.danger.words.join(inLocale('、', ', ')) })}
          </p>
        </Show>
        <p class="font-medium">{t('desk.dangerSay', { advice: useAdvice(props.danger.kind, props.danger.call) })}</p>
      </div>
      <p class="text-display font-semibold">{props.danger.call}</p>
      {props.children}
    </div>
  )
}

/** What to say first, in the language of the console. */
const useAdvice = (kind: DangerKind, call: EmergencyNumber): string => {
  const { inLocale } = useI18n()
  const { zh, en } = firstAdvice[kind]
  return inLocale(zh, en).replace('{call}', call)
}
