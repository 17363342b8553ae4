import type { Twilio } from 'twilio'
import type { Telephony } from '../telephony.port.ts'
import { placed } from './placed.ts'

type Legs = Pick<Telephony, 'placeCall' | 'redirectCall' | 'hangUp' | 'cancelCall' | 'dequeue'>
type Recordings = Pick<
  Telephony,
  'recordCall' | 'pauseRecording' | 'resumeRecording' | 'stopRecording' | 'deleteRecording'
>

const legEvents = ['initiated', 'ringing', 'answered', 'completed']

/** The running recording of a call, whatever its id. */
const current = 'Twilio.CURRENT'

/** Calls, the waiting queue and recordings by Twilio's REST interface. */
export const createLegs = (client: Twilio): Legs & Recordings => ({
  placeCall: (call) =>
    placed(() =>
      client.calls.create({
        from: call.from,
        to: call.to,
        ...call.script,
        statusCallback: call.statusUrl,
        statusCallbackEvent: legEvents,
        ...(call.timeoutSeconds === undefined ? {} : { timeout: call.timeoutSeconds }),
      }),
    ),
  redirectCall: (call, script) => placed(() => client.calls(call).update(script)),
  hangUp: (call) => placed(() => client.calls(call).update({ status: 'completed' })),
  cancelCall: (call) => placed(() => client.calls(call).update({ status: 'canceled' })),
  dequeue: (queue, call, url) => placed(() => client.queues(queue).members(call).update({ url })),
  recordCall: (call, { statusUrl, dual }) =>
    placed(() =>
      client
        .calls(call)
        .recordings.create({ recordingStatusCallback: statusUrl, recordingChannels: dual ? 'dual' : 'mono' }),
    ),
  pauseRecording: (call) =>
    placed(() => client.calls(call).recordings(current).update({ status: 'paused', pauseBehavior: 'silence' })),
  resumeRecording: (call) => placed(() => client.calls(call).recordings(current).update({ status: 'in-progress' })),
  stopRecording: (call) => placed(() => client.calls(call).recordings(current).update({ status: 'stopped' })),
  deleteRecording: (recording) => placed(() => client.recordings(recording).remove()),
})
