import type { Fetched, OutgoingText, Placed, Telephony } from '../../api/telephony/telephony.port.ts'

/** A carrier that takes every command, writes down what was texted and calls nobody back; the real adapter has tests of its own. */
export const quietCarrier = (): Telephony & { texts: OutgoingText[] } => {
  const texts: OutgoingText[] = []
  let commands = 0
  const taken = async (): Promise<Placed> => ({ ref: `CA${String(++commands).padStart(32, '0')}` })
  const nothing = async (): Promise<Fetched> => ({ refused: 'there is nothing to fetch' })
  return {
    texts,
    can: new Set(['conference', 'coach', 'pauseRecording', 'browserLeg', 'twoWayText']),
    sendText: async (text) => {
      texts.push(text)
      return { ref: `SM${String(texts.length).padStart(32, '0')}` }
    },
    textsTo: async () => [],
    placeCall: taken,
    addParticipant: taken,
    updateParticipant: taken,
    removeParticipant: taken,
    redirectCall: taken,
    hangUp: taken,
    cancelCall: taken,
    endConference: taken,
    dequeue: taken,
    recordCall: taken,
    pauseRecording: taken,
    resumeRecording: taken,
    stopRecording: taken,
    deleteRecording: taken,
    fetchRecording: nothing,
    fetchMedia: nothing,
    softphoneToken: (staffId) => `token-of-${staffId}`,
  }
}
