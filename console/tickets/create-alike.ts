import type { TicketDto } from '../../api/tickets/ticket.dto.ts'
import { hotlineRoles } from '../../api/vocabulary/actor.ts'
import { isOpen } from '../../api/vocabulary/ticket.ts'
import { useLive } from '../app/live.tsx'
import { useSession } from '../app/session.ts'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'
import { alikeQuery } from './tickets.queries.ts'

/** What a ticket might be merged with, as the hotline reads it while the ticket is open; read again when one of them has moved. */
export const createAlike = (ticket: () => TicketDto) => {
  const session = useSession()
  const ofHotline = () => session().staff.roles.some((role) => hotlineRoles.includes(role))
  const query = useQuery(() => alikeQuery(ticket(), ofHotline() && isOpen(ticket().state)))
  useLive().listen('ticket', (event) => {
    if (known(query)?.some(({ id }) => id === event.id)) void query.refetch()
  })
  return query
}
