import { createMemo, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import type { CallDetail } from '../../softphone/softphone.api.ts'
import { callQuery } from '../../softphone/softphone.queries.ts'
import { createIntake } from '../create-intake.ts'
import type { Draft } from '../../contacts/drafts.api.ts'
import type { IntakeSource } from '../../contacts/intake.models.ts'
import { useDesk } from '../desk.context.ts'
import { draftQuery } from '../../contacts/drafts.queries.ts'
import { CallHeader } from './CallHeader.tsx'
import { FiledNotice } from '../form/FiledNotice.tsx'
import { IntakeFormPanel } from '../form/IntakeFormPanel.tsx'
import { ScreenPop } from './ScreenPop.tsx'
import { Transcript } from './Transcript.tsx'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** One call on the desk: its bar, what is said, and the form that is filled in meanwhile. */
export const CallPane = (props: { id: string }) => {
  const call = useQuery(() => callQuery(props.id))
  const desk = useDesk()
  desk.present({ citizenId: () => known(call)?.caller.citizenId, contactId: () => known(call)?.contactId })
  /** The form begins when there is a draft (the server makes it on answer), or when the talk is over without one. */
  const ready = () => {
    const detail = call.data
    return detail !== undefined && !before(detail.state) && detail.ticketId === null
  }
  return (
    <Show when={call.data}>
      {(detail) => (
        <div class="flex min-h-full flex-col">
          <Show when={desk.top()}>
            {(top) => (
              <Portal mount={top()}>
                <CallHeader call={detail()} />
              </Portal>
            )}
          </Show>
          <Show when={!before(detail().state)} fallback={<ScreenPop call={detail()} />}>
            <Transcript call={detail()} />
          </Show>
          <Show when={detail().ticketId ?? desk.work()?.filed()?.id}>
            {(ticket) => <FiledNotice ticketId={ticket()} source={sourceOfCall(detail())} />}
          </Show>
          <Show when={ready()}>
            <CallIntake call={detail()} />
          </Show>
        </div>
      )}
    </Show>
  )
}

/** Whose request a call is. */
const sourceOfCall = ({ caller, contactId, line }: CallDetail): IntakeSource => ({
  channel: 'call',
  citizenId: caller.citizenId,
  contactId,
  ...(line && { lineId: line.id }),
})

/** Nobody has spoken yet. */
const before = (state: CallDetail['state']) => ['greeting', 'queued', 'ringing'].includes(state)

const CallIntake = (props: { call: CallDetail }) => {
  // the draft's id does not change while the form is open; a later reload of the call must not read the draft again
  const draftId = props.call.draftId
  const draft = useQuery(() => ({ ...draftQuery(draftId ?? ''), enabled: draftId !== null, throwOnError: false }))
  const settled = () => draftId === null || draft.isSuccess || draft.isError
  return (
    <Show when={settled()}>
      <CallForm call={props.call} draft={draft.isSuccess ? draft.data : undefined} />
    </Show>
  )
}

const CallForm = (props: { call: CallDetail; draft: Draft | undefined }) => {
  const desk = useDesk()
  const heard = createMemo(() =>
    props.call.transcript
      .filter(({ speaker }) => speaker === 'citizen')
      .map(({ text }) => text)
      .join('\n'),
  )
  const work = createIntake({
    source: sourceOfCall(props.call),
    draft: props.draft,
    heard,
  })
  desk.present({ citizenId: () => props.call.caller.citizenId, work: () => work })
  return <IntakeFormPanel work={work} />
}
