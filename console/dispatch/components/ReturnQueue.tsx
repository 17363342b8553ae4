import Undo2 from 'lucide-solid/icons/undo-2'
import type { PendingReturnDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import type { KeysetList } from '../../shared/create-keyset-query.ts'
import { ReturnRequest } from '../../tickets/page/RequestsPanel.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { RequestQueue } from './RequestQueue.tsx'

/** Units that say a ticket is not theirs: uphold, reject, or designate. */
export const ReturnQueue = (props: { list: KeysetList<PendingReturnDto> }) => {
  const { t } = useI18n()
  return (
    <RequestQueue
      label={t('dispatch.tab.returns')}
      list={props.list}
      line={(row) => row.reason}
      request={(row) => <ReturnRequest request={row} />}
      decisions={['rejectReturn', 'designate']}
      empty={<EmptyState icon={Undo2} title={t('dispatch.noReturns')} detail={t('dispatch.noReturnsHint')} />}
    />
  )
}
