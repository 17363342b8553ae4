import Eye from 'lucide-solid/icons/eye'
import { createSignal, Show } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { createCan } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { Popover } from '../../ui/overlays/Popover.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { revealPhone } from '../tickets.api.ts'
import { Panel } from '../../ui/Panel.tsx'

type Citizen = NonNullable<TicketDto['citizen']>

/** Who asked: masked; the full number is shown for a reason that is written down, and hidden again with the page. `note`: how to go about it. */
export const CitizenPanel = (props: { ticket: TicketDto; note?: string }) => {
  const { t } = useI18n()
  return (
    <Panel
      title={t('ticket.citizen')}
      aside={
        <Show when={!props.ticket.replyWanted}>
          <Badge>{t('ticket.citizen.noReply')}</Badge>
        </Show>
      }
    >
      <Show
        when={props.ticket.citizen}
        fallback={
          <p class="text-muted">
            {t(
              props.ticket.lostAt === null || props.ticket.confidential
                ? 'ticket.citizen.hidden'
                : 'ticket.citizen.lost',
            )}
          </p>
        }
      >
        {(citizen) => <CitizenFacts citizen={citizen()} />}
      </Show>
      <Show when={props.note}>
        {(note) => <p class="mt-2.5 border-t border-line pt-2.5 text-sm text-muted">{note()}</p>}
      </Show>
    </Panel>
  )
}

const CitizenFacts = (props: { citizen: Citizen }) => {
  const { t, format } = useI18n()
  const can = createCan()
  const [full, setFull] = createSignal<string>()
  return (
    <div class="flex flex-col gap-1">
      <p class="flex flex-wrap items-baseline gap-x-2">
        <span class="font-medium">{props.citizen.name ?? t('ticket.citizen.unnamed')}</span>
        <span class="text-sm text-muted">{t('ticket.citizen.contacts', { count: props.citizen.contactCount })}</span>
      </p>
      <p class="flex min-h-control items-center justify-between gap-2">
        <span class="font-mono">{format().phone(full() ?? props.citizen.phone) || t('ticket.citizen.withheld')}</span>
        <Show when={!full() && props.citizen.phone !== '' && can('citizen.reveal')}>
          <Reveal citizenId={props.citizen.id} onShown={setFull} />
        </Show>
      </p>
    </div>
  )
}

const Reveal = (props: { citizenId: string; onShown: (phone: string) => void }) => {
  const { t } = useI18n()
  const problemText = createProblemText()
  const [open, setOpen] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [error, setError] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)
  const show = async () => {
    if (reason().trim().length < 2) {
      setError(t('act.missing', { field: t('ticket.reveal.reason') }))
      return
    }
    setBusy(true)
    try {
      const { phone } = await revealPhone(props.citizenId, reason().trim())
      setOpen(false)
      props.onShown(phone)
    } catch (thrown) {
      setError(problemText(thrown).title)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Popover
      label={t('ticket.reveal')}
      open={open()}
      onOpenChange={setOpen}
      placement="bottom-end"
      class="w-80 p-3!"
      triggerClass="-mr-3"
      trigger={
        <>
          <Eye size={16} aria-hidden="true" />
          {t('ticket.reveal')}
        </>
      }
    >
      <form
        class="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void show()
        }}
      >
        <TextField
          label={t('ticket.reveal.reason')}
          hint={t('ticket.reveal.hint')}
          required
          value={reason()}
          error={error()}
          input={{ maxLength: 200 }}
          onChange={setReason}
        />
        <Button type="submit" kind="primary" busy={busy()}>
          {t('ticket.reveal.submit')}
        </Button>
      </form>
    </Popover>
  )
}
