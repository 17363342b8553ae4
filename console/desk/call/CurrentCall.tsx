import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createNow } from '../../shared/create-now.ts'
import type { Phone } from '../../softphone/phone.ts'
import { callerName } from '../../softphone/phone.models.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { callLook } from '../call-look.ts'
import { useDesk } from '../desk.context.ts'
import { rowLook } from '../list/ListPart.tsx'

/** Of the same height with and without a call: a ring pushes nothing that one is about to press. */
const room = 'min-h-14 rounded-md border'

/** The call that occupies the agent; the telephone in the bar answers it. */
export const CurrentCall = (props: { phone: Phone }) => {
  const { t, format } = useI18n()
  const desk = useDesk()
  const now = createNow()
  const here = (id: string) => desk.item()?.kind === 'call' && desk.item()?.id === id
  const open = (id: string) => desk.open({ kind: 'call', id })
  return (
    <Show
      when={props.phone.call()}
      fallback={
        <p class={`${room} flex items-center justify-center border-dashed border-line text-sm text-muted`}>
          {t('desk.noCall')}
        </p>
      }
    >
      {(call) => {
        const since = () => props.phone.since()
        return (
          <div class={`${room} border-line-medium bg-raised has-[[aria-current=true]]:border-accent`}>
            <button
              type="button"
              class={rowLook}
              aria-current={here(call().id) ? 'true' : undefined}
              onClick={() => open(call().id)}
            >
              <span class="flex items-center justify-between gap-2">
                <StateTag plain {...callLook(call().state)} label={t(`softphone.mood.${props.phone.mood()}`)} />
                <span class="text-sm text-muted">
                  {since() === undefined ? '' : format().duration(now() - Date.parse(since() ?? ''))}
                </span>
              </span>
              <span class="flex items-baseline justify-between gap-2">
                <span class="min-w-0 truncate font-medium">{callerName(call(), t('softphone.withheld'))}</span>
                <Show when={call().caller.contactCount > 1}>
                  <span class="shrink-0 text-sm text-muted">
                    {t('desk.contactCount', { count: call().caller.contactCount })}
                  </span>
                </Show>
              </span>
            </button>
          </div>
        )
      }}
    </Show>
  )
}
