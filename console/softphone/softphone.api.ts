import { hc, parseResponse } from 'hono/client'
import type { CallsRoutes } from '../../api/calls/calls.routes.ts'
import type { PresenceRoutes } from '../../api/calls/agent/presence.routes.ts'
import type { SoftphoneRoutes } from '../../api/calls/agent/softphone.routes.ts'
import type { TalkOutcome } from '../../api/vocabulary/call.ts'
import { http } from '../shared/http.ts'
import type { Credential } from './softphone.types.ts'

const calls = hc<CallsRoutes>('/api/calls', { fetch: http })
const presence = hc<PresenceRoutes>('/api/presence', { fetch: http })
const softphone = hc<SoftphoneRoutes>('/api/softphone', { fetch: http })

/** The queue, the own call and the own state. */
export const readBoard = () => parseResponse(calls.index.$get())
export type Board = Awaited<ReturnType<typeof readBoard>>
export type Call = NonNullable<Board['mine']>
export type Presence = NonNullable<Board['presence']>

/** One call. */
export const readCall = (id: string) => parseResponse(calls[':id'].$get({ param: { id } }))
export type CallDetail = Awaited<ReturnType<typeof readCall>>

/** Who is signed in to calls. */
export const readAgents = async () => (await parseResponse(presence.index.$get())).all

export type CallAct = 'decline' | 'hold' | 'resume' | 'mute' | 'unmute' | 'end'
const acts = {
  decline: (id: string) => calls[':id'].decline.$post({ param: { id } }),
  hold: (id: string) => calls[':id'].hold.$post({ param: { id } }),
  resume: (id: string) => calls[':id'].resume.$post({ param: { id } }),
  mute: (id: string) => calls[':id'].mute.$post({ param: { id } }),
  unmute: (id: string) => calls[':id'].unmute.$post({ param: { id } }),
  end: (id: string) => calls[':id'].end.$post({ param: { id } }),
} satisfies Record<CallAct, unknown>
/** Does something with a call; the call as it is afterwards. */
export const actOnCall = (id: string, act: CallAct): Promise<CallDetail> => parseResponse(acts[act](id))

/** To the front of the queue, or to a ready agent. */
export const transferCall = (id: string, to: string) =>
  parseResponse(calls[':id'].transfer.$post({ param: { id }, json: { to } }))
/** How a writing-up is ended: with what the talk came to, and (else as before the call) on a break. */
export interface Finish {
  outcome: TalkOutcome
  note?: string
  next?: 'break'
}
/** Ends the writing-up. */
export const finishWrapUp = (id: string, finish: Finish) =>
  parseResponse(calls[':id']['wrap-up'].$post({ param: { id }, json: finish }))
/** Rings the own softphone, then the citizen. */
export const dial = (
  target: { callbackId: string } | { followUpId: string } | { ticketId: string } | { citizenId: string },
) => parseResponse(calls.dial.$post({ json: target }))

/** Says that one is ready, on a break or gone. */
export const setPresence = (state: 'ready' | 'break' | 'offline') =>
  parseResponse(
    state === 'ready' ? presence.ready.$post() : state === 'break' ? presence.break.$post() : presence.offline.$post(),
  )
/** Says that the desk is still there; what it is doing as the server knows it. */
export const beat = async () => (await parseResponse(presence.heartbeat.$post())).presence

/** A fresh token for the softphone. */
export const readAccess = () => parseResponse(softphone.token.$get())
/** The softphones that the server may name. */
export type SoftphoneKind = Awaited<ReturnType<typeof readAccess>>['kind']
export const readCredential = async (): Promise<Credential> => toCredential(await readAccess())
/** The token as the softphone takes it, its life in milliseconds. */
export const toCredential = (access: Awaited<ReturnType<typeof readAccess>>): Credential => ({
  token: access.token,
  url: access.url ?? '',
  ttl: access.ttlSeconds * 1000,
})
