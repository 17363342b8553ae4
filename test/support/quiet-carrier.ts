import type { Fetched, Placed } from '../../api/telephony/outcomes.types.ts'
import type { CarrierCommands, OutgoingText, Telephony } from '../../api/telephony/telephony.port.ts'

/** What a frame must know of a carrier. */
export const frameCarrier = { webhookPath: '/twilio', pageHosts: { connect: [], media: [] } }

/** A carrier that takes every command, writes down what was texted and calls nobody back; the real adapter has tests of its own. */
export const quietCarrier = (): CarrierCommands & Pick<Telephony, 'softphone'> & { texts: OutgoingText[] } => {
  const texts: OutgoingText[] = []
  let commands = 0
  const taken = async (): Promise<Placed> => ({ ref: `CA${String(++commands).padStart(32, '0')}` })
  const nothing = async (): Promise<Fetched> => ({ refused: 'there is nothing to fetch' })
  return {
    texts,
    sendText: async (text) => {
      texts.push(text)
      return { ref: `SM${String(texts.length).padStart(32, '0')}` }
    },
    textsTo: async () => [],
    fetchMedia: nothing,
    placeCall: taken,
    addLeg: taken,
    changeLeg: taken,
    transcribe: taken,
    redirectCall: taken,
    hangUp: taken,
    fetchRecording: nothing,
    deleteRecording: taken,
    statusOf: () => Promise.resolve({ status: 'talking' }),
    roomOf: () => Promise.resolve({ room: null }),
    messagesLeft: () => Promise.resolve([]),
    softphone: (staffId) => ({ kind: 'practice', token: `token-of-${staffId}`, url: null }),
  }
}
