import type { Tx } from '../../db/db.ts'
import type { Tickets } from '../tickets/tickets.ts'
import type { Triage } from '../triage/triage.types.ts'
import type { Filing } from './file-contact.ts'
import { openRequestIn, type NewRequest } from './open-request.ts'

interface WaitingDeps {
  tickets: Pick<Tickets, 'openTicketIn' | 'ticketOf'>
  triage: Pick<Triage, 'propose'>
}

/** What waited for the citizen's choice, said in one contact or several. */
export type WaitingRequest = Omit<NewRequest, 'contactId' | 'proposal'> & { contactIds: readonly string[] }

/**
 * Files what waited as a new request, with all that came in their contacts. Where somebody has filed them meanwhile, that ticket
 * is it.
 */
export const fileWaitingIn =
  (deps: WaitingDeps, filing: Filing) =>
  async (
    tx: Tx,
    { contactIds, ...request }: WaitingRequest,
  ): Promise<{ id: string; number: string; replyWanted: boolean }> => {
    const filed = await filing.lockIn(tx, contactIds)
    const left = contactIds.filter((id) => !filed.some((one) => one.id === id))
    const [first] = filed
    const already =
      left.length === 0 && first ? await deps.tickets.ticketOf(tx, request.citizenId, first.ticketId) : null
    if (already) return already
    const ticket = await openRequestIn(deps)(tx, {
      ...request,
      contactId: contactIds[0] ?? '',
      proposal: deps.triage.propose(request.text),
    })
    await filing.fileIn(tx, request.actor, left, ticket.id)
    return ticket
  }
