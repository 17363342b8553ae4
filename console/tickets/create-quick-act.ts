import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import type { TicketDto } from '../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { createActNews } from './create-act-news.ts'
import { makeAct } from './make-act.ts'

/** An act without a form, made at once: one key. `onBack`: it was taken back before it left. What went wrong is told by a toast, and the ticket is read again. */
export const createQuickAct = () => {
  const queries = useQueryClient()
  const news = createActNews()
  const problemText = createProblemText()
  const [busy, setBusy] = createSignal<string>()
  const act = async (
    ticket: Pick<TicketDto, 'id' | 'version' | 'title'>,
    action: TicketAction,
    input: Record<string, unknown> = {},
    onBack?: () => void,
  ): Promise<TicketDto | undefined> => {
    if (busy() !== undefined) return undefined
    setBusy(ticket.id)
    try {
      const after = await makeAct(ticket.id, { action, version: ticket.version, input })
      queries.setQueryData(['ticket', 'one', ticket.id, 'page'], after)
      news(after, action, onBack)
      return after
    } catch (thrown) {
      const { title, next } = problemText(thrown)
      showToast({ tone: 'bad', title, detail: next })
      return undefined
    } finally {
      setBusy(undefined)
      void queries.invalidateQueries({ queryKey: ['ticket', 'one', ticket.id] })
      void queries.invalidateQueries({ queryKey: ['ticket', 'list'] })
      void queries.invalidateQueries({ queryKey: ['ticket', 'summary'] })
    }
  }
  return { act, busy }
}
