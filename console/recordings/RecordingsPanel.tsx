import { Show } from 'solid-js'
import { createCan } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { known } from '../shared/known.ts'
import { Panel } from '../ui/Panel.tsx'
import { createRecordings, RecordingList } from './RecordingList.tsx'

/** What was said on the telephone about a ticket; absent where there is nothing, or the reader may not hear it. */
export const RecordingsPanel = (props: { ticketId: string }) => {
  const { t } = useI18n()
  const can = createCan()
  const recordings = createRecordings(
    () => props.ticketId,
    () => can('recording.hear'),
  )
  return (
    <Show when={recordings.isLoadingError || (known(recordings) ?? []).length > 0}>
      <Panel title={t('recording.title')} aside={<span class="text-sm text-muted">{t('recording.logged')}</span>}>
        <RecordingList recordings={recordings} />
      </Panel>
    </Show>
  )
}
