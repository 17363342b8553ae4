import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createNow } from '../../shared/create-now.ts'
import { CallControls } from '../../softphone/components/CallControls.tsx'
import { FinishMenu } from '../../softphone/components/FinishMenu.tsx'
import { phone } from '../../softphone/phone.ts'
import { callerName } from '../../softphone/phone.models.ts'
import type { CallDetail } from '../../softphone/softphone.api.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { callLook } from '../call-look.ts'

/** The bar of a call: state and time, who it is, and what can be done with it; while it rings the answers are in the telephone above. */
export const CallHeader = (props: { call: CallDetail }) => {
  const { t, format, inLocale } = useI18n()
  const now = createNow()
  const mine = () => {
    const own = phone()
    return own?.call()?.id === props.call.id && own.tab() === 'mine' ? own : undefined
  }
  const time = () => {
    const { answeredAt, endedAt, startedAt } = props.call
    const rings = mine()?.mood() === 'ringing' ? mine()?.since() : undefined
    if (rings !== undefined) return format().duration(now() - Date.parse(rings))
    const end = endedAt === null ? now() : Date.parse(endedAt)
    return format().duration(end - Date.parse(answeredAt ?? startedAt))
  }
  const name = () => callerName(props.call, t('softphone.withheld'))
  return (
    <header class="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-raised px-4 py-2">
      <div class="flex min-w-44 flex-1 items-center gap-3 max-sm:basis-full">
        <StateTag {...callLook(props.call.state)} label={t(`call.${props.call.state}`)} class="shrink-0" />
        <span class="shrink-0 font-medium">{time()}</span>
        <h2 class="min-w-0 truncate font-semibold">{name()}</h2>
        <Show when={props.call.line}>
          {(line) => (
            <span class="min-w-0 flex-1 truncate text-sm text-muted">{inLocale(line().name, line().nameEn)}</span>
          )}
        </Show>
      </div>
      <div class="flex flex-wrap items-center gap-2 empty:hidden">
        <Show when={mine()}>
          {(own) => (
            <Show when={own().mood() !== 'ringing'}>
              <CallControls phone={own()} look="words" />
              <Show when={own().may('finish')}>
                <FinishMenu phone={own()} />
              </Show>
            </Show>
          )}
        </Show>
      </div>
    </header>
  )
}
