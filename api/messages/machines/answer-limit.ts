import { deskNotices } from '../../notices/desk.notices.ts'
import { deskNote } from '../../notices/desk-note.ts'
import { claimIn } from '../../telephony/inbox/claim.ts'
import type { Tx } from '../../../db/db.ts'
import type { LiveNote } from '../../audit/record.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { countAnswers } from './answers.store.ts'

const hourMs = 3_600_000

/** Whether the program has answered a citizen as often within an hour as it may. The citizen's row must be locked. */
export const isAnsweredOut = async (
  deps: Pick<MessagesDeps, 'clock' | 'config'>,
  tx: Tx,
  citizenId: string,
): Promise<boolean> => {
  const since = new Date(deps.clock.now().getTime() - hourMs)
  return (await countAnswers(tx, citizenId, since)) >= deps.config.answersPerHour
}

/** Tells the desks that texts of a number wait for a person, once in an hour. */
export const tellAnsweredOut = async (
  deps: Pick<MessagesDeps, 'clock' | 'config'>,
  tx: Tx,
  citizenId: string,
): Promise<LiveNote[]> => {
  const hour = Math.floor(deps.clock.now().getTime() / hourMs)
  if (!(await claimIn(deps)(tx, [`answered-out:${citizenId}:${hour}`], 'messages.answers'))) return []
  return [deskNote(deskNotices.answeredOut, citizenId, { most: deps.config.answersPerHour })]
}
