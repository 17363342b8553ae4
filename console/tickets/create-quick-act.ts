import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import type { TicketDto } from '../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { actOnTicket } from './tickets.api.ts'

/** An act without a form, made at once: one key. What went wrong is told by a toast, and the ticket is read again. */
export const createQuickAct = () => {
  const { t } = useI18n()
  const queries = useQueryClient()
  const problemText = createProblemText()
  const [busy, setBusy] = createSignal<string>()
  const act = async (
    ticket: Pick<TicketDto, 'id' | 'version' | 'title'>,
    action: TicketAction,
    input: Record<string, unknown> = {},
  ): Promise<TicketDto | undefined> => {
    if (busy() !== undefined) return undefined
    setBusy(ticket.id)
    try {
      const after = await actOnTicket(ticket.id, { action, version: ticket.version, input })
      queries.setQueryData(['ticket', 'one', ticket.id, 'page'], after)
      showToast({ tone: 'ok', title: t('act.done', { action: t(`action.${action}`) }), detail: after.title })
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
