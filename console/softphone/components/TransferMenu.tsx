import ArrowRightLeft from 'lucide-solid/icons/arrow-right-left'
import UserRound from 'lucide-solid/icons/user-round'
import Users from 'lucide-solid/icons/users'
import { createSignal, For, Show } from 'solid-js'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Popover } from '../../ui/overlays/Popover.tsx'
import type { Phone } from '../phone.ts'
import { agentsQuery } from '../softphone.queries.ts'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

const row =
  'flex min-h-control w-full items-center gap-2 rounded-sm px-2 text-start hover:bg-hover focus-visible:bg-hover'

/** To the front of the queue, or to an agent who is ready. The form goes with the call. */
export const TransferMenu = (props: { phone: Phone }) => {
  const { t } = useI18n()
  const session = useSession()
  const [open, setOpen] = createSignal(false)
  const agents = useQuery(() => ({ ...agentsQuery(), enabled: open(), throwOnError: false }))
  const ready = () =>
    (known(agents) ?? []).filter(
      ({ state, staff }) => state === 'ready' && staff !== null && staff.id !== session().staff.id,
    )
  const pass = (to: string) => {
    setOpen(false)
    void props.phone.transfer(to)
  }
  createShortcuts(
    () => t('keys.call'),
    [
      {
        keys: 'alt+t',
        label: () => t('softphone.transfer'),
        run: () => setOpen(true),
        when: () => props.phone.may('transfer'),
      },
    ],
  )
  return (
    <Popover
      label={t('softphone.transfer')}
      kind="secondary"
      open={open()}
      onOpenChange={setOpen}
      class="w-72"
      trigger={
        <>
          <ArrowRightLeft size={16} aria-hidden="true" class="-ml-0.5 shrink-0" />
          {t('softphone.transfer')}
        </>
      }
    >
      <p class="px-2 pt-1 pb-1.5 text-sm text-muted">{t('softphone.transferHint')}</p>
      <button type="button" class={row} onClick={() => pass('queue')}>
        <Users size={16} aria-hidden="true" class="shrink-0 text-muted" />
        {t('softphone.toQueue')}
      </button>
      <For each={ready()}>
        {(agent) => (
          <button type="button" class={row} onClick={() => pass(agent.staff?.id ?? 'queue')}>
            <UserRound size={16} aria-hidden="true" class="shrink-0 text-muted" />
            <span class="truncate">{agent.staff?.name}</span>
          </button>
        )}
      </For>
      <Show when={known(agents) && ready().length === 0}>
        <p class="px-2 py-1.5 text-sm text-muted">{t('softphone.nobodyReady')}</p>
      </Show>
    </Popover>
  )
}
