import { systemActor } from '../../vocabulary/actor.ts'
import type { LegStatus } from '../../telephony/call-events.types.ts'
import type { NoAnswer } from '../../telephony/outcomes.types.ts'
import { agentLeft } from '../events/agent-left.ts'
import { citizenGone } from '../events/citizen-gone.ts'
import { endOf, isOver } from '../events/leg-status.ts'
import { longestConnectMs } from '../calls.limits.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lastOffer } from '../queue/offers.store.ts'
import { passOn } from '../queue/pass-on.ts'
import { isLive } from './call.machine.ts'
import { playScene, type Scene } from './call.scene.ts'
import { callsOnTheLine, lockCall, type Call } from './calls.store.ts'

/** Questions to the carrier at once. */
const atOnce = 8

const actor = systemActor('calls.alive')

/** What a look at the carrier found: calls that moved, and legs that it said nothing of. */
export interface Found {
  settled: number
  unanswered: number
}

/**
 * Asks the carrier of every leg that is on the line by all that is known here: news may have been lost while the server was down. A citizen who
 * has gone ends the call, an agent who has gone leaves the citizen to the next one, and two who were to be brought together and never told of it
 * are parted, so that the citizen is offered again. What the carrier does not answer is left as it is.
 */
export const checkAlive = (deps: CallsDeps) => {
  const play = playScene(deps)

  /** Acts on a call that is still on the line. */
  const settle = (call: Call, act: (scene: Scene, locked: Call) => Promise<unknown>): Promise<boolean> =>
    play(actor, async (scene) => {
      const locked = await lockCall(scene.tx, call.id)
      if (!locked || !isLive(locked.state) || locked.carrierRef !== call.carrierRef) return false
      return (await act(scene, locked)) !== null
    })

  const citizenIs = (call: Call): Promise<{ status: LegStatus } | NoAnswer> =>
    call.carrierRef.startsWith('pending:')
      ? Promise.resolve({ status: 'queued' })
      : deps.carrier.statusOf(call.carrierRef)

  /** Both are on the line, or should be: brings what is stuck between them into motion again. */
  const connects = async (call: Call): Promise<boolean> => {
    const offer = await lastOffer(deps.db, call.id)
    const since = offer?.decidedAt
    if (call.state !== 'ringing' || offer?.result !== 'accepted' || !since) return false
    if (deps.clock.now().getTime() - since.getTime() < longestConnectMs) return false
    return settle(call, (scene, locked) =>
      locked.state === 'ringing' && locked.room === call.room
        ? passOn(scene, locked, 'withdrawn', 'release')
        : Promise.resolve(null),
    )
  }

  const look = async (call: Call, found: Found): Promise<void> => {
    const citizen = await citizenIs(call)
    if ('unknown' in citizen) {
      found.unanswered++
      return
    }
    const how = endOf(citizen.status)
    if (how !== null) {
      if (await settle(call, (scene, locked) => citizenGone(deps.ids)(scene, locked, scene.now, how))) found.settled++
      return
    }
    const { agentLegRef } = call
    if (agentLegRef === null) {
      if (await connects(call)) found.settled++
      return
    }
    const agent = await deps.carrier.statusOf(agentLegRef)
    if ('unknown' in agent) found.unanswered++
    else if (!isOver(agent.status)) found.settled += (await connects(call)) ? 1 : 0
    else {
      const offer = await lastOffer(deps.db, call.id)
      const left = (scene: Scene) =>
        offer ? agentLeft(deps.ids)(scene, offer.id, agentLegRef, agent.status, scene.now, true) : Promise.resolve(null)
      if (offer && (await settle(call, left))) found.settled++
    }
  }

  return async (): Promise<Found> => {
    const found: Found = { settled: 0, unanswered: 0 }
    const calls = await callsOnTheLine(deps.db)
    const next = async (): Promise<void> => {
      for (let call = calls.pop(); call; call = calls.pop()) await look(call, found)
    }
    await Promise.all(Array.from({ length: atOnce }, next))
    if (found.settled > 0) deps.log.warn(found, 'calls ended or moved without a word from the carrier')
    return found
  }
}
