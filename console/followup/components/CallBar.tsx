import PhoneOutgoing from 'lucide-solid/icons/phone-outgoing'
import { Show } from 'solid-js'
import type { FollowUpDto } from '../../../api/followup/followup.dto.ts'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { phone } from '../../softphone/phone.ts'
import { Button } from '../../ui/Button.tsx'

/** Who is called, and the calling: through the hotline, by the softphone in the bar. */
export const CallBar = (props: {
  followUp: FollowUpDto
  busy: boolean
  onClaim: (claim: boolean) => void
  onCall: () => void
}) => {
  const { t, format } = useI18n()
  const session = useSession()
  const mine = () => props.followUp.claimedBy?.id === session().staff.id
  const free = () => props.followUp.claimedBy === null
  const callable = () => (mine() || free()) && phone() !== undefined && phone()?.call() === undefined
  createShortcuts(
    () => t('followUp.keys'),
    [
      { keys: 'c', label: () => t('followUp.call'), run: () => props.onCall(), when: callable },
      { keys: 'l', label: () => t('followUp.claim'), run: () => props.onClaim(true), when: free },
    ],
  )
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised px-4 py-3">
      <div class="min-w-40 flex-1 max-sm:min-w-full">
        <p class="flex flex-wrap items-baseline gap-x-3 text-lg font-semibold">
          {props.followUp.citizen?.name ?? t('ticket.citizen.unnamed')}
          <span class="font-mono font-normal whitespace-nowrap">
            {format().phone(props.followUp.citizen?.phone ?? '') || t('ticket.citizen.withheld')}
          </span>
        </p>
        <p class="text-sm text-muted">{phone() === undefined ? t('followUp.noPhone') : t('followUp.callHint')}</p>
      </div>
      <Show when={free()}>
        <Button keys="l" disabled={props.busy} onClick={() => props.onClaim(true)}>
          {t('followUp.claim')}
        </Button>
      </Show>
      <Show when={mine()}>
        <Button kind="quiet" disabled={props.busy} onClick={() => props.onClaim(false)}>
          {t('followUp.release')}
        </Button>
      </Show>
      <Show
        when={mine() || free()}
        fallback={<p class="text-warn">{t('followUp.claimedBy', { name: props.followUp.claimedBy?.name ?? '' })}</p>}
      >
        <Button
          kind="answer"
          icon={PhoneOutgoing}
          keys="c"
          disabled={!callable()}
          busy={props.busy}
          onClick={() => props.onCall()}
        >
          {t('followUp.call')}
        </Button>
      </Show>
    </div>
  )
}
