import type { Tx } from '../../db/db.ts'
import type { CitizenActor } from '../vocabulary/actor.ts'
import type { NoticeName } from '../notices/notices.table.ts'
import { findTicketRow } from '../tickets/tickets.ts'
import { askNext, askStep, callInstead, waitsUntil } from './ask.ts'
import { askingIn, mustFindFollowUp, saveFollowUp } from './followup.store.ts'
import type { AskDeps, FollowUp } from './followup.types.ts'
import { nextStep, readReply, withAnswers } from './replies/reply.rules.ts'
import { lockRound, settleIn, type SettleDeps } from './settle.ts'

/** The texts that put a question. */
export const questionNotices = [
  'followUp.contacted',
  'followUp.solved',
  'followUp.satisfied',
  'followUp.reason',
] as const satisfies readonly NoticeName[]

/** A question is sent, carried, read and answered in no less: what comes earlier was on its way already. */
const leastReplyMs = 2_000

/** So many replies to one question that are not understood; then a person asks. */
const mostMisread = 2

/** Whether a text may be the answer to the open question: not where that was put only now, or has not left the house. */
const isAfterQuestion = async (deps: AskDeps, tx: Tx, { askedAt, ticketId }: FollowUp, receivedAt: Date) => {
  if (askedAt === null) return true
  if (receivedAt.getTime() - askedAt.getTime() < leastReplyMs) return false
  return (await deps.arrivalOf(tx, { ticketId, notices: questionNotices, since: askedAt })) !== 'waiting'
}

/** Whether a text can still answer: it is asked by text, or rung for because its texts went wrong. */
const isAnswerable = ({ state, listedFor }: FollowUp) =>
  state === 'asking' || (state === 'calling' && (listedFor === 'undelivered' || listedFor === 'unclear'))

/** A reply that answers nothing for certain is asked again once; after that a person rings. The reason is only asked for again. */
const askAgain = async (deps: AskDeps, tx: Tx, actor: CitizenActor, before: FollowUp): Promise<void> => {
  if (before.state !== 'asking') return
  const misread = (before.misread ?? 0) + 1
  const ticket = await findTicketRow(tx, before.ticketId)
  const to = { citizenId: before.citizenId, ticket }
  const key = `followUp:${before.id}:${before.version}:again`
  if (before.step === 'reason') {
    await saveFollowUp(tx, before, { misread })
    if (misread < mostMisread) await deps.notices.tell(tx, actor, { notice: { name: 'followUp.reason' }, to, key })
    return
  }
  if (misread < mostMisread) {
    await saveFollowUp(tx, before, { misread })
    await deps.notices.tell(tx, actor, { notice: { name: 'followUp.again' }, to, key })
    return
  }
  await callInstead(deps, tx, { ...before }, 'unclear')
  await deps.notices.tell(tx, actor, { notice: { name: 'followUp.byPhone' }, to, key })
  await askNext(deps, tx, before.citizenId)
}

/** Where asking goes on after an answer: by text, also where the texts had gone wrong, unless somebody is at it by telephone. */
const goesOnByText = async (deps: AskDeps, tx: Tx, { state, claimedBy, citizenId }: FollowUp) =>
  state === 'asking' ||
  (claimedBy === null &&
    (await askingIn(tx, citizenId)) === null &&
    (await deps.mayText(tx, citizenId)) &&
    !(await deps.hasQuestion(tx, citizenId)))

/**
 * A citizen's text while they are being asked, received at a moment: records what it answers and asks the next open question, or settles.
 * Answers false when the text is no answer; then nothing is changed and the text is the caller's to keep (a supplement, a new request). One
 * that was sent before its question and says nothing by itself is taken, and answers nothing.
 */
export const recordReplyIn =
  (deps: SettleDeps) =>
  async (tx: Tx, actor: CitizenActor, asking: FollowUp, text: string, receivedAt: Date): Promise<boolean> => {
    await lockRound(tx, asking)
    const before = await mustFindFollowUp(tx, asking.id)
    if (!isAnswerable(before)) return false
    const asked = await isAfterQuestion(deps, tx, before, receivedAt)
    const said = readReply(text, before, asked)
    if (said === null) return false
    if (said === 'again') {
      if (asked) await askAgain(deps, tx, actor, before)
      return true
    }
    const known = withAnswers(before, said)
    const step = nextStep(known)
    if (step === 'done') {
      await settleIn(deps, tx, actor, before, { state: 'answered', patch: { ...known, channel: 'sms' } })
      return true
    }
    // The question is on its way already.
    const asksNow = (asked || step !== before.step) && (await goesOnByText(deps, tx, before))
    const saved = await saveFollowUp(tx, before, {
      ...known,
      step,
      ...(asksNow
        ? { state: 'asking', channel: 'sms', listedFor: null, askedAt: deps.clock.now(), misread: null }
        : {}),
      ...(asksNow && before.state === 'calling' ? { expiresAt: waitsUntil(deps) } : {}),
    })
    if (asksNow) await askStep(deps, tx, actor, saved, step, await findTicketRow(tx, saved.ticketId))
    return true
  }
