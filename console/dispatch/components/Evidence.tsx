import { createSignal, Match, Switch } from 'solid-js'
import { createCan } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createRecordings, RecordingList } from '../../recordings/RecordingList.tsx'
import { TranscriptList } from '../../recordings/TranscriptList.tsx'
import { TimelineList } from '../../tickets/page/TimelineList.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Tabs } from '../../ui/Tabs.tsx'

const kinds = ['history', 'transcript', 'recording'] as const
type Kind = (typeof kinds)[number]

/** What a decision to send a ticket can rest on beside its words: what happened to it, what was said in its call, and the sound. */
export const Evidence = (props: { ticketId: string; byCall: boolean }) => {
  const { t } = useI18n()
  const can = createCan()
  const [kind, setKind] = createSignal<Kind>(props.byCall && can('recording.hear') ? 'transcript' : 'history')
  const recordings = createRecordings(
    () => props.ticketId,
    () => can('recording.hear') && kind() === 'recording',
  )
  const offered = () => kinds.filter((kind) => kind === 'history' || can('recording.hear'))
  return (
    <section aria-label={t('dispatch.evidence')} class="rounded-lg border border-line bg-raised px-4 pt-1 pb-3">
      <Tabs
        label={t('dispatch.evidence')}
        tabs={offered().map((value) => ({ value, label: t(`dispatch.evidence.${value}`) }))}
        value={kind()}
        onChange={setKind}
      >
        {(shown) => (
          <div class="max-h-96 overflow-y-auto pt-3" tabIndex={0}>
            <Switch>
              <Match when={shown === 'history'}>
                <TimelineList ticketId={props.ticketId} filter="all" />
              </Match>
              <Match when={shown === 'transcript'}>
                <TranscriptList ticketId={props.ticketId} />
              </Match>
              <Match when={shown === 'recording'}>
                <RecordingList
                  recordings={recordings}
                  empty={<EmptyState title={t('dispatch.noRecording')} detail={t('recording.logged')} />}
                />
              </Match>
            </Switch>
          </div>
        )}
      </Tabs>
    </section>
  )
}
