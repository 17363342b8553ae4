import { callViews } from './calls.dto.ts'
import { callStatus } from './events/call-status.ts'
import { carrierEffects } from './call/carrier-effects.ts'
import type { CallsDeps } from './calls.ports.ts'
import { conferenceEvent } from './events/conference-event.ts'
import { recordingEffects } from './recordings/copy-recording.ts'
import { declineCall } from './queue/decline-call.ts'
import { dialCitizen } from './call/dial-citizen.ts'
import { endCall } from './call/end-call.ts'
import { enterQueue } from './queue/enter-queue.ts'
import { expireOffer } from './queue/expire-offer.ts'
import { fileCall, finishWrapUp } from './call/finish-wrap-up.ts'
import { hearRecording, recordingsOfOneTicket } from './recordings/hear-recording.ts'
import { holdCall } from './call/hold-call.ts'
import { leaveRoom } from './events/leave-room.ts'
import { loseAgent } from './agent/lose-agent.ts'
import { muteCall } from './call/mute-call.ts'
import { nextDocument } from './documents/next-document.ts'
import { pressKey } from './events/press-key.ts'
import { queueResult } from './events/queue-result.ts'
import { callBoard, callDetail, callbackList, presenceList } from './read-calls.ts'
import { routeCalls } from './queue/route-calls.ts'
import { heartbeat, setPresence } from './agent/set-presence.ts'
import { claimCallback, completeCallback } from './callbacks/settle-callback.ts'
import { settleStuck } from './call/settle-stuck.ts'
import { softphoneToken } from './agent/softphone-token.ts'
import { takeIncoming } from './events/take-incoming.ts'
import { takeRecording } from './recordings/take-recording.ts'
import { takeTurn } from './events/take-turn.ts'
import { takeVoicemail } from './events/take-voicemail.ts'
import { transferCall } from './queue/transfer-call.ts'
import { voiceUrls } from './documents/urls.ts'
import { voiceDocuments } from './documents/voice.documents.ts'

/** Calls: what the carrier tells, what agents do, and the queue between them. Registers its outbox handlers (`call.*`) and what ends with a contact's filing. */
export const createCalls = (deps: CallsDeps) => {
  const urls = voiceUrls(deps.config)
  const documents = voiceDocuments(urls)
  const route = routeCalls(deps)
  carrierEffects(deps, urls, route)
  recordingEffects(deps)
  deps.contacts.onFiled(fileCall(deps, route))
  return {
    db: deps.db,
    clock: deps.clock,
    log: deps.log,
    documents,
    views: callViews(deps.directory),
    next: nextDocument(deps, documents, urls),
    route,
    /** What the carrier tells and asks. */
    events: {
      incoming: takeIncoming(deps),
      wait: enterQueue(deps, route),
      key: pressKey(deps, route),
      queueResult: queueResult(deps, route),
      leaveRoom: leaveRoom(deps, route),
      conference: conferenceEvent(deps, route),
      status: callStatus(deps, route),
      recording: takeRecording(deps),
      turn: takeTurn(deps),
      voicemail: takeVoicemail(deps),
    },
    setPresence: setPresence(deps, route),
    heartbeat: heartbeat(deps),
    presences: presenceList(deps),
    board: callBoard(deps),
    detail: callDetail(deps),
    hold: holdCall(deps),
    mute: muteCall(deps),
    decline: declineCall(deps, route),
    end: endCall(deps, route),
    transfer: transferCall(deps, route),
    finish: finishWrapUp(deps, route),
    dial: dialCitizen(deps),
    callbacks: callbackList(deps),
    claimCallback: claimCallback(deps),
    completeCallback: completeCallback(deps),
    softphoneToken: softphoneToken(deps),
    recordings: recordingsOfOneTicket(deps),
    hear: hearRecording(deps),
    expireOffer: expireOffer(deps, route),
    loseAgent: loseAgent(deps, route),
    settleStuck: settleStuck(deps, route),
  }
}
export type Calls = ReturnType<typeof createCalls>
