import { useQueryClient } from '@tanstack/solid-query'
import PhoneOutgoing from 'lucide-solid/icons/phone-outgoing'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { callerName } from '../../softphone/phone.models.ts'
import { phone } from '../../softphone/phone.ts'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import { claimCallback, completeCallback, type Callback, type CallbackOutcome } from '../desk.api.ts'
import { useDesk } from '../desk.context.ts'
import { callbacksQuery } from '../desk.queries.ts'
import { ListPart } from './ListPart.tsx'
import { useQuery } from '../../shared/use-query.ts'
import type { Still } from '../../shared/create-still.ts'

const shownAtMost = 6
/** Its slider is not part of the desk's first load. */
const RecordingPlayer = lazy(async () => ({
  default: (await import('../../recordings/RecordingPlayer.tsx')).RecordingPlayer,
}))
const outcomes = ['reached', 'noAnswer', 'wrongNumber', 'notNeeded'] as const

/** How a message of a withheld number ends: it was heard. */
const unrung = ['notNeeded'] as const

/** People to ring back: taken, dialled, and ended with an outcome. */
export const CallbackList = (props: { still: Still }) => {
  const { t } = useI18n()
  const session = useSession()
  const [all, setAll] = createSignal(false)
  const callbacks = useQuery(() => callbacksQuery())
  const mine = (one: Callback) => one.claimedBy?.id === session().staff.id
  /** One's own first, then what nobody has taken; others' are not shown. */
  const shown = props.still(() =>
    (callbacks.data ?? [])
      .filter((one) => one.state === 'open' || mine(one))
      .toSorted((a, b) => Number(mine(b)) - Number(mine(a))),
  )
  return (
    <ListPart title={t('desk.callbacks')} count={shown().length}>
      <ul class="flex flex-col">
        <For
          each={all() ? shown() : shown().slice(0, shownAtMost)}
          fallback={<li class="px-2 text-sm text-muted">{t('desk.noCallbacks')}</li>}
        >
          {(one) => <CallbackRow callback={one} mine={mine(one)} />}
        </For>
      </ul>
      <Show when={!all() && shown().length > shownAtMost}>
        <Button kind="quiet" class="mx-1 text-muted" onClick={() => setAll(true)}>
          {t('desk.showAll', { count: shown().length })}
        </Button>
      </Show>
    </ListPart>
  )
}

const CallbackRow = (props: { callback: Callback; mine: boolean }) => {
  const { t, format } = useI18n()
  const desk = useDesk()
  const queries = useQueryClient()
  const words = createProblemText()
  const attempt = async (run: () => Promise<unknown>) => {
    try {
      await run()
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    } finally {
      void queries.invalidateQueries(callbacksQuery())
    }
  }
  const dial = async () => {
    const begun = await phone()?.dial({ callbackId: props.callback.id })
    const id = phone()?.call()?.id
    if (begun && id !== undefined) desk.open({ kind: 'call', id })
    void queries.invalidateQueries(callbacksQuery())
  }
  const free = () => ['ready', 'break'].includes(phone()?.mood() ?? '') && phone()?.tab() === 'mine'
  return (
    <li class="flex flex-col gap-1 rounded-md px-2 py-1.5 hover:bg-hover">
      <div class="flex items-center gap-2">
        <span class="min-w-0 flex-1">
          <span class="block truncate font-medium">{callerName(props.callback, t('softphone.withheld'))}</span>
          <span class="block truncate text-sm text-muted">
            {[
              t(`desk.callbackReason.${props.callback.reason}`),
              format().brief(props.callback.createdAt),
              ...(props.callback.attempts > 0 ? [t('desk.attempts', { count: props.callback.attempts })] : []),
            ].join(' · ')}
          </span>
        </span>
        <Show when={!props.callback.caller.withheld}>
          <IconButton
            label={t('desk.dialBack')}
            icon={PhoneOutgoing}
            kind="secondary"
            disabled={!free()}
            onClick={() => void dial()}
          />
        </Show>
      </div>
      <Show when={props.callback.text}>
        <p class="line-clamp-2 text-sm text-muted">{props.callback.text}</p>
      </Show>
      <Show when={props.callback.voicemail}>
        {(voicemail) => (
          <Suspense>
            <RecordingPlayer
              recordingId={voicemail().recordingId}
              seconds={voicemail().durationSeconds}
              label={t('recording.purpose.voicemail')}
            />
          </Suspense>
        )}
      </Show>
      <Show
        when={props.mine}
        fallback={
          <Button
            kind="quiet"
            class="self-start px-1! text-sm text-accent!"
            onClick={() => void attempt(() => claimCallback(props.callback.id))}
          >
            {t('desk.claim')}
          </Button>
        }
      >
        <div class="flex flex-wrap gap-1" role="group" aria-label={t('desk.outcome')}>
          <For each={props.callback.caller.withheld ? unrung : outcomes}>
            {(outcome: CallbackOutcome) => (
              <Button
                class="min-h-7! px-2! text-sm"
                onClick={() => void attempt(() => completeCallback(props.callback.id, outcome))}
              >
                {t(`desk.outcome.${outcome}`)}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </li>
  )
}
