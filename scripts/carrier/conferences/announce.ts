import type { Endpoint } from '../core/endpoint.ts'
import type { Core } from '../core/core.ts'
import { createScope } from '../core/scope.ts'
import type { Conference, Participant } from './conference.models.ts'

/** Plays a document to some legs over the conversation; `done` is told once whether it could be played to all. */
export const announceTo = (
  core: Core,
  room: Conference,
  legs: readonly Participant[],
  document: Endpoint,
  done: (fine: boolean) => void,
): void => {
  const params = { ConferenceSid: room.sid, FriendlyName: room.friendlyName }
  const plays = legs.map(async (one) => {
    const scope = createScope(core.clock)
    one.call.onEnd.add((why) => scope.end(why))
    const end = await core.perform(one.call, scope, { ...document }, { use: 'conference', params })
    return end !== 'failed'
  })
  void Promise.allSettled(plays).then((ends) => done(ends.every((end) => end.status === 'rejected' || end.value)))
}
