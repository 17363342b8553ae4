import CalendarClock from 'lucide-solid/icons/calendar-clock'
import type { PendingExtensionDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import type { KeysetList } from '../../shared/create-keyset-query.ts'
import { ExtensionRequest } from '../../tickets/page/RequestsPanel.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { RequestQueue } from './RequestQueue.tsx'

/** Units that ask for more time: approve or refuse. */
export const ExtensionQueue = (props: { list: KeysetList<PendingExtensionDto> }) => {
  const { t, format } = useI18n()
  return (
    <RequestQueue
      label={t('dispatch.tab.extensions')}
      list={props.list}
      line={(row) => t('dispatch.moveTo', { old: format().due(row.oldDueAt), days: row.workingDays })}
      request={(row) => <ExtensionRequest request={row} />}
      decisions={['approveExtension', 'refuseExtension']}
      empty={
        <EmptyState icon={CalendarClock} title={t('dispatch.noExtensions')} detail={t('dispatch.noExtensionsHint')} />
      }
    />
  )
}
