import { callViews } from './calls.dto.ts'
import { callStatus } from './call-status.ts'
import { carrierEffects } from './carrier-effects.ts'
import type { CallsDeps } from './calls.ports.ts'
import { conferenceEvent } from './conference-event.ts'
import { recordingEffects } from './copy-recording.ts'
import { declineCall } from './decline-call.ts'
import { dialCitizen } from './dial-citizen.ts'
import { endCall } from './end-call.ts'
import { enterQueue } from './enter-queue.ts'
import { expireOffer } from './expire-offer.ts'
import { callFiledIn, finishWrapUp, lockContactIn } from './finish-wrap-up.ts'
import { hearRecording, recordingsOfOneTicket } from './hear-recording.ts'
import { holdCall } from './hold-call.ts'
import { leaveRoom } from './leave-room.ts'
import { loseAgent } from './lose-agent.ts'
import { muteCall } from './mute-call.ts'
import { nextDocument } from './next-document.ts'
import { pressKey } from './press-key.ts'
import { queueResult } from './queue-result.ts'
import { callBoard, callDetail, callbackList, presenceList } from './read-calls.ts'
import { routeCalls } from './route-calls.ts'
import { heartbeat, setPresence } from './set-presence.ts'
import { claimCallback, completeCallback } from './settle-callback.ts'
import { settleStuck } from './settle-stuck.ts'
import { softphoneToken } from './softphone-token.ts'
import { takeIncoming } from './take-incoming.ts'
import { takeRecording } from './take-recording.ts'
import { takeTurn } from './take-turn.ts'
import { takeVoicemail } from './take-voicemail.ts'
import { transferCall } from './transfer-call.ts'
import { voiceUrls } from './urls.ts'
import { voiceDocuments } from './voice.documents.ts'

/** Calls: what the carrier tells, what agents do, and the queue between them. Registers its outbox handlers (`call.*`). */
export const createCalls = (deps: CallsDeps) => {
  const urls = voiceUrls(deps.config)
  const documents = voiceDocuments(urls)
  const route = routeCalls(deps)
  carrierEffects(deps, urls, route)
  recordingEffects(deps)
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
    /** For the verb that files a ticket, in its transaction: the lock first, then, when the ticket is there, the filing. */
    callFiledIn: callFiledIn(deps, route),
    lockContactIn,
    expireOffer: expireOffer(deps, route),
    loseAgent: loseAgent(deps, route),
    settleStuck: settleStuck(deps, route),
  }
}
export type Calls = ReturnType<typeof createCalls>
