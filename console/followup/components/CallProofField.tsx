import CircleCheck from 'lucide-solid/icons/circle-check'
import Phone from 'lucide-solid/icons/phone'
import PhoneMissed from 'lucide-solid/icons/phone-missed'
import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { FollowUpDto } from '../../../api/followup/followup.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'
import type { CallProof } from '../create-call-proof.ts'

const icons = { running: Phone, talked: CircleCheck, missed: PhoneMissed, none: PhoneMissed } as const
const tones = { running: 'text-info', talked: 'text-ok', missed: 'text-muted', none: 'text-muted' } as const

/** What the result will rest on: the call that was made for it, or why there was none. */
export const CallProofField = (props: { call: FollowUpDto['call']; proof: CallProof }) => {
  const { t, format } = useI18n()
  const state = () => props.call?.state ?? 'none'
  return (
    <section aria-label={t('followUp.tries')} class="flex flex-col gap-2 border-t border-line pt-3">
      <p role="status" class={`flex items-center gap-2 ${tones[state()]}`}>
        <Dynamic component={icons[state()]} class="size-4 shrink-0" aria-hidden="true" />
        {t(`followUp.call.${state()}`, { time: format().duration((props.call?.seconds ?? 0) * 1000) })}
      </p>
      <Show when={state() === 'none' || state() === 'missed'}>
        <TextArea
          label={t('followUp.withoutCall')}
          hint={t('followUp.withoutCall.hint')}
          rows={2}
          value={props.proof.reason()}
          error={props.proof.missing() ? t('act.missing', { field: t('followUp.withoutCall') }) : undefined}
          input={{ maxLength: 2000, ref: props.proof.setField }}
          onChange={props.proof.setReason}
        />
      </Show>
    </section>
  )
}
