import type { Fetched, Placed, Telephony } from '../../api/telephony/telephony.port.ts'

/** A carrier for telling of the past: it takes everything and delivers nothing, for nobody is there to receive it. */
export const silentCarrier = (): Telephony => {
  let count = 0
  const placed = (prefix: string) => async (): Promise<Placed> => ({
    ref: `${prefix}${String(++count).padStart(32, '0')}`,
  })
  const nothing = async (): Promise<Fetched> => ({ refused: 'nothing was recorded' })
  return {
    can: new Set(['conference', 'browserLeg', 'twoWayText']),
    sendText: placed('SM'),
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
