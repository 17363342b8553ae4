import type { Fetched, Placed } from '../../api/telephony/outcomes.types.ts'
import type { CarrierCommands, OutgoingText } from '../../api/telephony/telephony.port.ts'

/**
 * A carrier for telling of the past: it takes everything, and nobody is there to answer. `delivered` hears of each text at once, as the
 * status callback of a real one would say it.
 */
export const silentCarrier = (delivered?: (ref: string, text: OutgoingText) => Promise<void>): CarrierCommands => {
  let count = 0
  const next = (prefix: string) => `${prefix}${String(++count).padStart(32, '0')}`
  const placed = async (): Promise<Placed> => ({ ref: next('CA') })
  const nothing = async (): Promise<Fetched> => ({ refused: 'nothing was recorded' })
  return {
    sendText: async (text) => {
      const ref = next('SM')
      await delivered?.(ref, text)
      return { ref }
    },
    textsTo: async () => [],
    fetchMedia: nothing,
    placeCall: placed,
    addLeg: placed,
    changeLeg: placed,
    transcribe: placed,
    redirectCall: placed,
    hangUp: placed,
    fetchRecording: nothing,
    deleteRecording: placed,
    statusOf: () => Promise.resolve({ status: 'talking' }),
    roomOf: () => Promise.resolve({ room: null }),
    messagesLeft: () => Promise.resolve([]),
  }
}
