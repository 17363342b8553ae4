import { useQueryClient } from '@tanstack/solid-query'
import type { LeavingDto, TicketDto } from '../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { createTicketWords } from './create-ticket-words.ts'
import { takeBackTicket } from './tickets.api.ts'

/** Takes a ticket back that has not left yet; what went wrong is told by a toast. Answers whether it is back. */
export const createTakeBack = () => {
  const { t } = useI18n()
  const queries = useQueryClient()
  const problemText = createProblemText()
  return async (ticket: Pick<TicketDto, 'id' | 'title'>): Promise<boolean> => {
    try {
      const after = await takeBackTicket(ticket.id)
      queries.setQueryData(['ticket', 'one', ticket.id, 'page'], after)
      showToast({ tone: 'info', title: t('leaving.takenBack'), detail: ticket.title })
      return true
    } catch (thrown) {
      const { title, next } = problemText(thrown)
      showToast({ tone: 'bad', title, detail: next })
      return false
    } finally {
      void queries.invalidateQueries({ queryKey: ['ticket', 'list'] })
      void queries.invalidateQueries({ queryKey: ['ticket', 'one', ticket.id] })
    }
  }
}

/** What is on its way, in words: to whom, with which limit, and when it leaves. */
export const createLeavingWords = () => {
  const { t, format } = useI18n()
  const words = createTicketWords()
  return (leaving: LeavingDto) => ({
    title: t('leaving.to', { unit: words.unit(leaving.unit), limit: words.limit(leaving.limit) }),
    due: t('plan.due', { at: format().due(leaving.limit.dueAt) }),
    leaves: t('leaving.at', { at: format().timeWithSeconds(leaving.leavesAt) }),
  })
}

/**
 * Says what an act has done: for one that sends a ticket to a unit, which unit and by when, and while it has not left yet the way to take
 * it back. `onBack`: it was taken back.
 */
export const createActNews = () => {
  const { t, format } = useI18n()
  const words = createTicketWords()
  const leavingWords = createLeavingWords()
  const takeBack = createTakeBack()
  return (after: TicketDto, action: TicketAction, onBack?: () => void): void => {
    if (after.leaving) {
      const { title, due, leaves } = leavingWords(after.leaving)
      showToast({
        tone: 'info',
        title,
        detail: `${due} · ${leaves} · ${after.title}`,
        until: Date.parse(after.leaving.leavesAt),
        action: {
          label: t('leaving.undo'),
          keys: 'z',
          run: () => void takeBack(after).then((back) => back && onBack?.()),
        },
      })
      return
    }
    const sent = after.state === 'dispatched' && after.leadUnit && after.clock
    const where = sent
      ? [words.unit(after.leadUnit), words.limit(sent.limit), t('plan.due', { at: format().due(sent.dueAt) })]
      : []
    showToast({
      tone: 'ok',
      title: t('act.done', { action: t(`action.${action}`) }),
      detail: [...where, after.title].join(' · '),
    })
  }
}
