import { For, Show } from 'solid-js'
import type { FollowUpAttemptDto, FollowUpDto } from '../../../api/followup/followup.dto.ts'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { RecordingPlayer } from '../../recordings/RecordingPlayer.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** The tries to ask by telephone, each with its call: how long, and to be heard; or why there was none, and who looked at that. */
export const TriesPanel = (props: { followUp: FollowUpDto }) => {
  const { t } = useI18n()
  return (
    <Show when={props.followUp.tries.length > 0}>
      <Panel title={t('followUp.tries')}>
        <ul class="flex flex-col divide-y divide-line">
          <For each={props.followUp.tries}>{(attempt) => <Try attempt={attempt} />}</For>
        </ul>
      </Panel>
    </Show>
  )
}

const checkTones = { pending: 'warn', confirmed: 'ok', rejected: 'bad' } as const

const Try = (props: { attempt: FollowUpAttemptDto }) => {
  const { t, format } = useI18n()
  const session = useSession()
  const hears = () => session().permissions.includes('recording.hear')
  const outcome = () =>
    props.attempt.outcome === 'answered' ? t('followUp.try.answered') : t(`followUp.attempt.${props.attempt.outcome}`)
  return (
    <li class="flex flex-col gap-1 py-2.5 first:pt-0 last:pb-0">
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span class="font-medium">{outcome()}</span>
        <span class="text-sm text-muted">
          <time datetime={props.attempt.at}>{format().moment(props.attempt.at)}</time> · {props.attempt.by.name}
        </span>
        <Show when={props.attempt.check}>
          {(check) => <Badge tone={checkTones[check()]}>{t(`followUp.check.${check()}`)}</Badge>}
        </Show>
      </p>
      <Show
        when={props.attempt.call}
        fallback={
          <Show when={props.attempt.withoutCall}>
            {(reason) => (
              <p class="text-sm break-words text-warn">{t('followUp.withoutCall.shown', { reason: reason() })}</p>
            )}
          </Show>
        }
      >
        {(call) => (
          <>
            <p class="text-sm text-muted">
              {call().seconds === null
                ? t('followUp.missed')
                : t('followUp.talked', { time: format().duration((call().seconds ?? 0) * 1000) })}
              <Show when={call().seconds !== null && call().recordings.every(({ stored }) => !stored)}>
                {` · ${t('followUp.noRecording')}`}
              </Show>
            </p>
            <Show when={hears()}>
              <For each={call().recordings.filter(({ stored }) => stored)}>
                {(recording) => (
                  <RecordingPlayer
                    recordingId={recording.id}
                    seconds={recording.durationSeconds}
                    label={t('followUp.recording', { at: format().moment(props.attempt.at) })}
                  />
                )}
              </For>
            </Show>
          </>
        )}
      </Show>
      <Show when={props.attempt.note}>{(note) => <p class="text-sm break-words">{note()}</p>}</Show>
      <Show when={props.attempt.checkedBy}>
        {(who) => (
          <p class="text-sm text-muted">
            {[who().name, props.attempt.checkedAt && format().moment(props.attempt.checkedAt), props.attempt.checkNote]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
      </Show>
    </li>
  )
}
