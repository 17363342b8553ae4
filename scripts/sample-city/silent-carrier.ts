import type { Fetched, OutgoingText, Placed, Telephony } from '../../api/telephony/telephony.port.ts'

/**
 * A carrier for telling of the past: it takes everything, and nobody is there to answer. `delivered` hears of each text at once, as the
 * status callback of a real one would say it.
 */
export const silentCarrier = (delivered?: (ref: string, text: OutgoingText) => Promise<void>): Telephony => {
  let count = 0
  const next = (prefix: string) => `${prefix}${String(++count).padStart(32, '0')}`
  const placed = (prefix: string) => async (): Promise<Placed> => ({ ref: next(prefix) })
  const nothing = async (): Promise<Fetched> => ({ refused: 'nothing was recorded' })
  return {
    can: new Set(['conference', 'browserLeg', 'twoWayText']),
    sendText: async (text) => {
      const ref = next('SM')
      await delivered?.(ref, text)
      return { ref }
    },
    textsTo: async () => [],
    placeCall: placed('CA'),
    addParticipant: placed('CA'),
    updateParticipant: placed('CA'),
    removeParticipant: placed('CA'),
    redirectCall: placed('CA'),
    hangUp: placed('CA'),
    cancelCall: placed('CA'),
    endConference: placed('CF'),
    dequeue: placed('CA'),
    recordCall: placed('RE'),
    pauseRecording: placed('RE'),
    resumeRecording: placed('RE'),
    stopRecording: placed('RE'),
    deleteRecording: placed('RE'),
    fetchRecording: nothing,
    fetchMedia: nothing,
    softphoneToken: () => '',
  }
}
