import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import { Show } from 'solid-js'
import type { ClockBriefDto } from '../../../api/tickets/clock/ticket-clock.dto.ts'
import type { WaitingDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../../ui/classes.ts'
import { ClockRing } from '../../ui/ClockRing.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { WaitingTime } from '../../ui/WaitingTime.tsx'
import { textTone } from '../../ui/tone.ts'
import { createTicketWords } from '../create-ticket-words.ts'

/** Where no limit runs yet: how long it has waited for its unit. */
const NoClock = (props: { waiting: WaitingDto | null | undefined }) => {
  const { t } = useI18n()
  return (
    <Show when={props.waiting} fallback={<span class="text-muted">{t('tickets.noClock')}</span>}>
      {(waiting) => <WaitingTime waiting={waiting()} plain />}
    </Show>
  )
}

/** The clock of a row: a bar that fills, and the words. */
export const TicketClockBar = (props: { clock: ClockBriefDto | null; waiting?: WaitingDto | null }) => {
  const words = createTicketWords()
  return (
    <Show when={props.clock} fallback={<NoClock waiting={props.waiting} />}>
      {(clock) => {
        const view = () => words.clock(clock())
        return (
          <span class="flex min-w-0 flex-col gap-1" title={view().due}>
            <span class={classes('truncate leading-4', view().tone === 'ok' ? 'text-text' : textTone[view().tone])}>
              {view().words}
            </span>
            <span
              aria-hidden="true"
              class={classes('h-[3px] w-full max-w-36 overflow-hidden rounded-full bg-sunken', textTone[view().tone])}
            >
              <span
                class="block h-full rounded-full bg-current"
                style={{ width: `${Math.round(view().gone * 100)}%` }}
              />
            </span>
          </span>
        )
      }}
    </Show>
  )
}

/** The clock as a ring with words; `large` on the ticket's page. */
export const TicketClock = (props: {
  clock: ClockBriefDto | null
  waiting?: WaitingDto | null
  size?: 'small' | 'large'
}) => {
  const words = createTicketWords()
  return (
    <Show when={props.clock} fallback={<NoClock waiting={props.waiting} />}>
      {(clock) => {
        const view = () => words.clock(clock())
        return (
          <Show
            when={view().says !== 'met' && view().says !== 'metLate'}
            fallback={
              <StateTag
                plain
                icon={view().says === 'met' ? CircleCheck : CircleAlert}
                tone={view().tone}
                label={view().words}
              />
            }
          >
            <ClockRing
              gone={view().gone}
              words={view().words}
              {...(props.size === 'large' && { detail: view().due })}
              tone={view().tone}
              paused={view().says === 'paused'}
              size={props.size ?? 'small'}
            />
          </Show>
        )
      }}
    </Show>
  )
}
