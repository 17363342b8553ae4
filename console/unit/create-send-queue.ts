import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, onMount } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { createDraftSaver } from '../shared/create-draft-saver.ts'
import { toProblem } from '../shared/problem.ts'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { keptValues } from '../tickets/kept-values.ts'
import { actOnTicket, readTicket } from '../tickets/tickets.api.ts'
import { wasMade, type Submission } from './unit.models.ts'

/**
 * Acts that were written without a line: kept on this device, sent in order as soon as the line is back, also after a restart. What the
 * server refuses goes back into its form; what it had taken already before the line broke counts as sent.
 */
export const createSendQueue = (staffId: string) => {
  const { t } = useI18n()
  const queries = useQueryClient()
  const words = createProblemText()
  const [waiting, setWaiting] = createSignal<readonly Submission[]>([])
  const drop = (id: string) => setWaiting((all) => all.filter((one) => one.id !== id))

  const sendOne = async (one: Submission): Promise<void> => {
    try {
      await actOnTicket(one.ticketId, { action: one.action, version: one.version, input: one.input })
      showToast({ tone: 'ok', title: t('unit.sent', { action: t(`action.${one.action}`) }), detail: one.title })
    } catch (thrown) {
      const problem = toProblem(thrown)
      if (problem.status === 0 || problem.status >= 500) throw thrown
      if (problem.status === 409 && wasMade(await readTicket(one.ticketId), one)) return
      keptValues(staffId, one.ticketId, one.action).write(one.values)
      showToast({
        tone: 'bad',
        title: t('unit.notSent', { action: t(`action.${one.action}`), title: one.title }),
        detail: words(problem).title,
      })
    }
  }
  const saver = createDraftSaver<readonly Submission[]>({
    key: `unit.${staffId}`,
    value: waiting,
    delay: 0,
    save: async (list) => {
      for (const one of list) {
        await sendOne(one)
        drop(one.id)
        void queries.invalidateQueries({ queryKey: ['ticket'] })
      }
    },
  })
  onMount(() => {
    const left = saver.left()
    if (left && left.length > 0) setWaiting(left)
  })

  return {
    waiting,
    add: (one: Submission) =>
      setWaiting((all) => [
        ...all.filter(({ ticketId, action }) => ticketId !== one.ticketId || action !== one.action),
        one,
      ]),
    /** Tries now instead of at the next time. */
    sendNow: () => void saver.flush(),
    sending: () => saver.state() === 'saving',
  }
}
export type SendQueue = ReturnType<typeof createSendQueue>
