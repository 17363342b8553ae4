import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Banner } from '../../ui/feedback/Banner.tsx'

/** Over a ticket that the reader's unit has no more: since when, why, and that what follows is as it stood then. */
export const LostNotice = (props: { at: string; ticket: TicketDto }) => {
  const { t, format } = useI18n()
  const reason = () => props.ticket.assignments.at(-1)?.endReason
  const why = () => {
    const end = reason()
    return end ? t(`assignmentEnd.${end}`) : ''
  }
  return (
    <Banner tone="warn" class="rounded-md">
      {t('ticket.lost', { at: format().moment(props.at), why: why() })}
    </Banner>
  )
}
