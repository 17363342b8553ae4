import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import type { CallsDeps } from '../calls.ports.ts'

/** How long a softphone's credential lasts, s; the console asks for a new one before. */
export const softphoneTtlSeconds = 3600

/** Which softphone the console loads and what it signs in with. `url` is the practice carrier's address in practice mode. */
export interface SoftphoneAccess {
  mode: 'twilio' | 'practice'
  token: string
  url: string | null
  ttlSeconds: number
}

/** A credential for the agent's own softphone. Throws `auth.forbidden`. */
export const softphoneToken =
  (deps: CallsDeps) =>
  (actor: StaffActor): SoftphoneAccess => {
    demand(actor, 'call.take')
    const { apiUrl } = deps.config.twilio
    return {
      mode: apiUrl === null ? 'twilio' : 'practice',
      token: deps.carrier.softphoneToken(actor.id, softphoneTtlSeconds),
      url: apiUrl === null ? null : apiUrl.replace(/\/+$/, ''),
      ttlSeconds: softphoneTtlSeconds,
    }
  }
