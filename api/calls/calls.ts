import { answerQuestion } from './events/answer-question.ts'
import { callViews } from './calls.dto.ts'
import { checkAlive } from './call/check-alive.ts'
import { carrierEffects } from './call/carrier-effects.ts'
import {
  callsOfTickets,
  eraseCalls,
  eraseCallsOf,
  recordedFiles,
  sweepRecordings,
  sweepTurns,
  waitsForCall,
} from './old-calls.store.ts'
import type { CallsDeps } from './calls.ports.ts'
import { recordingEffects } from './recordings/copy-recording.ts'
import { placeEffects } from './recordings/place-recording.ts'
import { voicemailEffects } from './events/take-voicemail.ts'
import { declineCall } from './queue/decline-call.ts'
import { dialCitizen } from './call/dial-citizen.ts'
import { endCall } from './call/end-call.ts'
import { expireOffer } from './queue/expire-offer.ts'
import { fileCall, finishWrapUp } from './call/finish-wrap-up.ts'
import { takeNews } from './events/take-news.ts'
import { hearRecording, recordingsOfOneTicket, transcriptOfOneTicket } from './recordings/hear-recording.ts'
import { holdCall } from './call/hold-call.ts'
import { loseAgent } from './agent/lose-agent.ts'
import { muteCall } from './call/mute-call.ts'
import { callBoard, callDetail, callbackList, presenceList } from './read-calls.ts'
import { createRouter } from './queue/router.ts'
import { routeCalls } from './queue/route-calls.ts'
import { heartbeat, setPresence } from './agent/set-presence.ts'
import { claimCallback, completeCallback } from './callbacks/settle-callback.ts'
import { settleStuck } from './call/settle-stuck.ts'
import { softphoneToken } from './agent/softphone-token.ts'
import { transferCall } from './queue/transfer-call.ts'

/** Calls: what the carrier tells, what agents do, and the queue between them. Registers its outbox handlers (`call.*`) and what ends with a contact's filing. */
export const createCalls = (given: Omit<CallsDeps, 'queueMoved'>) => {
  // What routing itself does frees nobody.
  const route = routeCalls({ ...given, queueMoved: () => {} })
  const router = createRouter(given.log, route)
  const deps: CallsDeps = { ...given, queueMoved: router.soon }
  carrierEffects(deps)
  recordingEffects(deps)
  placeEffects(deps)
  voicemailEffects(deps)
  deps.contacts.onFiled(fileCall(deps))
  return {
    db: deps.db,
    clock: deps.clock,
    log: deps.log,
    views: callViews(deps.directory),
    /** Looks at the queue now, whether or not it moved; answers how many offers were made. */
    route,
    /** Waits for the looks at the queue that commits gave rise to. */
    routed: router.settled,
    answer: answerQuestion(deps),
    takeNews: takeNews(deps),
    setPresence: setPresence(deps),
    heartbeat: heartbeat(deps),
    presences: presenceList(deps),
    board: callBoard(deps),
    detail: callDetail(deps),
    hold: holdCall(deps),
    mute: muteCall(deps),
    decline: declineCall(deps),
    end: endCall(deps),
    transfer: transferCall(deps),
    finish: finishWrapUp(deps),
    dial: dialCitizen(deps),
    callbacks: callbackList(deps),
    claimCallback: claimCallback(deps),
    completeCallback: completeCallback(deps),
    softphoneToken: softphoneToken(deps),
    recordings: recordingsOfOneTicket(deps),
    transcript: transcriptOfOneTicket(deps),
    hear: hearRecording(deps),
    expireOffer: expireOffer(deps),
    loseAgent: loseAgent(deps),
    settleStuck: settleStuck(deps),
    checkAlive: checkAlive(deps),
    sweeps: { recordings: sweepRecordings, transcripts: sweepTurns },
    /** For retention: what is personal in calls goes. */
    old: { erase: eraseCalls, ofTickets: callsOfTickets, eraseOf: eraseCallsOf, waits: waitsForCall },
    /** Which of some files are recordings. */
    recordedFiles: (files: readonly string[]) => recordedFiles(deps.db, files),
  }
}
export type Calls = ReturnType<typeof createCalls>
