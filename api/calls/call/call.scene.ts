import type { OutboxNote } from '../../platform/effect.ts'
import { callProblem } from '../calls.errors.ts'
import type { Tx } from '../../../db/db.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import type { CallEvent, PresenceEvent } from '../../vocabulary/call.ts'
import type { CallMoved, LiveFact } from '../../vocabulary/live-events.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import { record, type AuditNote, type LiveNote } from '../../audit/record.ts'
import { nextCallState } from './call.machine.ts'
import { saveCall, type Call, type CallPatch } from './calls.store.ts'
import { afterCall } from '../agent/presence.machine.ts'
import { lockPresence, savePresence, type Presence } from '../agent/presence.store.ts'

/** One transaction on a call: what it reads and writes, when, for whom, and what it will tell. */
export interface Scene {
  tx: Tx
  now: Date
  actor: Actor
  notes: { audit: AuditNote[]; live: LiveNote[]; outbox: OutboxNote[] }
  /** Set when a caller or an agent became free, so that the queue is looked at after the commit. */
  queueMoved: boolean
}

/** What a scene is played with; `queueMoved` hears, after the commit, that a caller or an agent became free. */
export type SceneDeps = WriteDeps & { queueMoved(): void }

/** Plays a scene in one transaction and records it at the end; answers what the work answered. */
export const playScene =
  (deps: SceneDeps) =>
  <T>(actor: Actor, work: (scene: Scene) => Promise<T>): Promise<T> =>
    deps.db.tx((tx) => playIn(deps, tx, actor, work))

/** The same inside a transaction that is open already. */
export const playIn = async <T>(
  deps: SceneDeps,
  tx: Tx,
  actor: Actor,
  work: (scene: Scene) => Promise<T>,
): Promise<T> => {
  const scene: Scene = {
    tx,
    now: deps.clock.now(),
    actor,
    notes: { audit: [], live: [], outbox: [] },
    queueMoved: false,
  }
  const out = await work(scene)
  await record(tx, deps, actor, scene.notes)
  if (scene.queueMoved) tx.afterCommit(deps.queueMoved)
  return out
}

/** Whoever watches the queue. */
const queueAudience = { roles: ['agent', 'followUp', 'supervisor'] }

/** Everybody at a desk sees the queue move. */
export const tellQueue = (scene: Scene, call: Call) => {
  scene.notes.live.push({
    topic: 'queue',
    type: 'changed',
    entityId: call.lineId ?? 'none',
    audience: queueAudience,
    payload: { lineId: call.lineId },
  })
}

/** Tells the agent of a call, and the supervisors, what happened in it. */
export const tellInCall = (scene: Scene, call: Call, fact: LiveFact<'call'>) => {
  scene.notes.live.push({
    topic: 'call',
    entityId: call.id,
    audience: { roles: ['supervisor'], staffIds: call.agentId ? [call.agentId] : [] },
    ...fact,
  })
}

/** Where a call stands: told with everything that moves it. */
export const callNow = ({ state, lineId, agentId }: Call) => ({ state, lineId, agentId })

/** Tells the agent of a call, and the supervisors, that it came, moved or was left. */
export const tellCall = (scene: Scene, call: Call, type: CallMoved) =>
  tellInCall(scene, call, { type, payload: callNow(call) })

const waits = (state: Call['state']) => state === 'queued' || state === 'ringing'

/**
 * Moves a locked call by an event of its machine and notes what follows: audit, the agent's and the supervisors' streams, the queue's.
 * Throws `call.illegal-transition`.
 */
export const moveCall = async (scene: Scene, before: Call, event: CallEvent, patch: CallPatch = {}): Promise<Call> => {
  const state = nextCallState(before.state, event)
  if (!state) throw callProblem('call.illegal-transition', undefined, { state: before.state })
  const after = await saveCall(scene.tx, before, { ...patch, state })
  scene.notes.audit.push({
    action: `call.${event}`,
    entity: 'call',
    entityId: after.id,
    before: { state: before.state, agentId: before.agentId },
    after: {
      state,
      agentId: after.agentId,
      ...(after.endReason ? { endReason: after.endReason } : {}),
      ...(after.outcome ? { outcome: after.outcome } : {}),
    },
  })
  tellCall(scene, after, event)
  if (waits(before.state) || waits(state)) tellQueue(scene, after)
  if (state === 'queued') scene.queueMoved = true
  return after
}

/** Tells an agent, and the supervisors, what the agent is now doing. */
export const tellPresence = (scene: Scene, presence: Presence, type: PresenceEvent) => {
  scene.notes.live.push({
    topic: 'presence',
    type,
    entityId: presence.id,
    audience: { roles: ['supervisor'], staffIds: [presence.id] },
    payload: { state: presence.state, since: presence.since.toISOString(), callId: presence.callId },
  })
  scene.notes.audit.push({
    action: `presence.${type}`,
    entity: 'presence',
    entityId: presence.id,
    after: { state: presence.state, callId: presence.callId },
  })
  if (presence.state === 'ready') scene.queueMoved = true
}

/**
 * Moves an agent that a call occupies, if it still does (a lost console may have gone offline meanwhile). `missed`: the call rang and nobody took it,
 * which the agent is shown until they choose what to do. Answers the new presence, or null where there was nothing to move.
 */
export const movePresence = async (
  scene: Scene,
  staffId: string,
  callId: string,
  event: PresenceEvent,
  { missed = false } = {},
): Promise<Presence | null> => {
  const before = await lockPresence(scene.tx, staffId, scene.now)
  const state = afterCall(before, event)
  if (before.callId !== callId || !state) return null
  const keeps = state === 'talking' || state === 'wrapUp'
  const after = await savePresence(scene.tx, before, {
    state,
    since: scene.now,
    callId: keeps ? callId : null,
    returnTo: keeps ? before.returnTo : null,
    missedAt: missed && before.returnTo === null ? scene.now : null,
  })
  tellPresence(scene, after, event)
  return after
}
