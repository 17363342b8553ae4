import type { AttemptOutcome } from '../../api/vocabulary/follow-up.ts'
import { hc, parseResponse } from 'hono/client'
import type { FollowUpsRoutes } from '../../api/followup/followup.routes.ts'
import { http } from '../shared/http.ts'
import type { Proof } from './create-call-proof.ts'
import type { Spoken } from './followup.models.ts'

const followUps = hc<FollowUpsRoutes>('/api/follow-ups', { fetch: http })

export const followUpViews = ['calling', 'open', 'dissatisfied', 'unproven', 'done'] as const
export type FollowUpView = (typeof followUpViews)[number]

/** A page of a view of the follow-up desk. */
export const readFollowUps = (view: FollowUpView, after: string | undefined, signal: AbortSignal) =>
  parseResponse(
    followUps.index.$get({ query: { view, ...(after !== undefined && { cursor: after }) } }, { init: { signal } }),
  )
/** How much there is to do in each view. */
export const readFollowUpCounts = (signal: AbortSignal) =>
  parseResponse(followUps.counts.$get({}, { init: { signal } }))
/** One round with its ticket. */
export const readFollowUp = (id: string, signal?: AbortSignal) =>
  parseResponse(followUps[':id'].$get({ param: { id } }, signal ? { init: { signal } } : {}))

/** Takes a round for oneself, or gives it back. */
export const claimFollowUp = (id: string, version: number, claim: boolean) =>
  parseResponse(followUps[':id'].claim.$post({ param: { id }, json: { version, claim } }))
/** What the citizen answered on the telephone. */
export const recordAnswers = (id: string, version: number, spoken: Spoken, proof: Proof) =>
  parseResponse(followUps[':id'].answers.$post({ param: { id }, json: { version, ...spoken, ...proof } }))
/** A call without answers: nobody was there, not now, or not at all. */
export const recordAttempt = (id: string, version: number, outcome: AttemptOutcome, note: string, proof: Proof) =>
  parseResponse(
    followUps[':id'].attempts.$post({
      param: { id },
      json: { version, outcome, ...(note.trim() !== '' && { note: note.trim() }), ...proof },
    }),
  )
/** A supervisor looks at a result that came without a call. */
export const checkResult = (id: string, version: number, accept: boolean, note: string) =>
  parseResponse(
    followUps[':id'].check.$post({
      param: { id },
      json: { version, accept, ...(note.trim() !== '' && { note: note.trim() }) },
    }),
  )
/** A supervisor has the work done again, or lets it stand. */
export const decideFollowUp = (id: string, version: number, decision: 'redo' | 'keep', reason: string) =>
  parseResponse(followUps[':id'].decision.$post({ param: { id }, json: { version, decision, reason } }))
