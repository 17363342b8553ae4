import type { Twilio } from 'twilio'
import type { LeftMessage, NoAnswer } from '../outcomes.types.ts'
import type { Telephony } from '../telephony.port.ts'
import { placedFromError } from './placed.ts'
import { toLegStatus } from './voice/leg-news.ts'

type LookUps = Pick<Telephony, 'statusOf' | 'roomOf' | 'messagesLeft'>

/** What a failed question means: the object is not there, or nobody knows. */
const missed = (error: unknown): 'gone' | NoAnswer => {
  const outcome = placedFromError(error)
  if ('refused' in outcome && outcome.refused === 'gone') return 'gone'
  return { unknown: true, message: 'message' in outcome ? outcome.message : '' }
}

/** Twilio writes a length that is not known yet as -1. */
const secondsOf = (duration: string | null) => {
  const seconds = Number(duration ?? -1)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}

/** What is asked of Twilio when its callbacks did not tell (“Conference”, “Recording” and “Call” resources). */
export const createLookUps = (client: Pick<Twilio, 'calls' | 'conferences' | 'recordings'>): LookUps => ({
  statusOf: async (leg) => {
    try {
      const said = (await client.calls(leg).fetch()).status
      const status = toLegStatus(said)
      return status ? { status } : { unknown: true, message: said }
    } catch (error) {
      const why = missed(error)
      return why === 'gone' ? { status: 'failed' } : why
    }
  },
  roomOf: async (roomRef) => {
    try {
      return { room: (await client.conferences(roomRef).fetch()).friendlyName }
    } catch (error) {
      const why = missed(error)
      return why === 'gone' ? { room: null } : why
    }
  },
  messagesLeft: async (leg) => {
    try {
      const listed = await client.recordings.list({ callSid: leg, limit: 20 })
      return listed
        .filter(({ source }) => source === 'RecordVerb')
        .map(({ sid, duration, mediaUrl }): LeftMessage => ({
          ref: sid,
          seconds: secondsOf(duration),
          url: mediaUrl ?? '',
        }))
    } catch (error) {
      const why = missed(error)
      return why === 'gone' ? [] : why
    }
  },
})
