import type { AttemptOutcome } from '../../api/vocabulary/follow-up.ts'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, type Accessor } from 'solid-js'
import type { FollowUpDto } from '../../api/followup/followup.dto.ts'
import { useSession } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { toProblem } from '../shared/problem.ts'
import { phone } from '../softphone/phone.ts'
import type { Finish } from '../softphone/softphone.api.ts'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import type { Proof } from './create-call-proof.ts'
import { checkResult, claimFollowUp, decideFollowUp, recordAnswers, recordAttempt } from './followup.api.ts'
import { isOpen, type Spoken } from './followup.models.ts'
import { followUpQuery } from './followup.queries.ts'

/**
 * What can be done with the follow-up that is open. One at a time; a refusal is told and what was typed stays. `onDone` when it has
 * left the desk.
 */
export const createFollowUpActs = (followUp: Accessor<FollowUpDto | undefined>, onDone: () => void) => {
  const { t } = useI18n()
  const session = useSession()
  const queries = useQueryClient()
  const words = createProblemText()
  const [busy, setBusy] = createSignal(false)

  const run = async (
    act: (row: FollowUpDto) => Promise<FollowUpDto>,
    done?: string,
  ): Promise<FollowUpDto | undefined> => {
    const row = followUp()
    if (!row || busy()) return undefined
    setBusy(true)
    try {
      const after = await act(row)
      queries.setQueryData(followUpQuery(row.id).queryKey, after)
      if (done !== undefined) showToast({ tone: 'ok', title: done, detail: row.ticket.title })
      return after
    } catch (thrown) {
      const { title, next } = words(thrown)
      const conflict = toProblem(thrown).code === 'follow-up.conflict'
      showToast({
        tone: 'bad',
        title: conflict ? t('followUp.news') : title,
        detail: conflict ? t('followUp.newsHint') : next,
      })
      void queries.invalidateQueries({ queryKey: ['followUp', 'one', row.id] })
      return undefined
    } finally {
      setBusy(false)
      void queries.invalidateQueries({ queryKey: ['followUp', 'list'] })
      void queries.invalidateQueries({ queryKey: ['ticket', 'one', row.ticket.id] })
    }
  }
  /** The talk was for this result, which says what it came to: nothing of it is left to be written up. */
  const writeUp = async (callId: string | undefined, how: Finish) => {
    const line = phone()
    if (callId !== undefined && line?.call()?.id === callId && line.may('finish')) await line.finish(how)
  }
  const claim = (wanted: boolean) => run((row) => claimFollowUp(row.id, row.version, wanted))

  return {
    busy,
    claim,
    /** Takes the entry first, so that nobody else rings the same citizen. */
    call: async () => {
      const row = followUp()
      if (!row) return
      const mine = row.claimedBy?.id === session().staff.id ? row : await claim(true)
      const line = phone()
      if (!mine || !line) return
      // on a break one can ring out and is not rung
      if (line.mood() === 'offline') await line.switchTo('break')
      if (await line.dial({ followUpId: mine.id }))
        void queries.invalidateQueries({ queryKey: ['followUp', 'one', mine.id] })
    },
    answer: async (spoken: Spoken, proof: Proof) => {
      const callId = followUp()?.call?.id
      const after = await run((row) => recordAnswers(row.id, row.version, spoken, proof), t('followUp.submitted'))
      if (!after) return
      void writeUp(callId, { outcome: 'answered' })
      onDone()
    },
    attempt: async (outcome: AttemptOutcome, note: string, proof: Proof) => {
      const callId = followUp()?.call?.id
      const after = await run(
        (row) => recordAttempt(row.id, row.version, outcome, note, proof),
        t('followUp.attempted'),
      )
      if (!after) return
      void writeUp(callId, { outcome: 'other', note: t(`followUp.attempt.${outcome}`) })
      if (!isOpen(after)) onDone()
    },
    check: async (accept: boolean, note: string) => {
      if (await run((row) => checkResult(row.id, row.version, accept, note), t('followUp.checked'))) onDone()
    },
    decide: async (decision: 'redo' | 'keep', reason: string) => {
      if (await run((row) => decideFollowUp(row.id, row.version, decision, reason), t('followUp.decided'))) onDone()
    },
  }
}
