import { hc, parseResponse } from 'hono/client'
import type { AccountRoutes } from '../../api/access/account/account.routes.ts'
import { http } from '../shared/http.ts'

const account = hc<AccountRoutes>('/api/account', { fetch: http })

export const changePassword = (current: string, next: string) => account.password.$post({ json: { current, next } })

export const readOwnSessions = async (signal?: AbortSignal) =>
  (await parseResponse(account.sessions.$get({}, signal ? { init: { signal } } : {}))).items

export const endSession = (id: string) => account.sessions[':id'].$delete({ param: { id } })

export const endAllSessions = () => account.sessions.$delete()

export const readSecondFactor = (signal?: AbortSignal) =>
  parseResponse(account['second-factor'].$get({}, signal ? { init: { signal } } : {}))

/** A secret for the app, and recovery codes; shown once. */
export const beginSecondFactor = (password: string) =>
  parseResponse(account['second-factor'].$post({ json: { password } }))

export const confirmSecondFactor = (code: string) => account['second-factor'].confirm.$post({ json: { code } })

export const endSecondFactor = (password: string) => account['second-factor'].end.$post({ json: { password } })

export const renewRecoveryCodes = async (password: string) =>
  (await parseResponse(account['second-factor']['recovery-codes'].$post({ json: { password } }))).recoveryCodes
