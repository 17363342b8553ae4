import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import type { SoftphoneAccess } from '../../telephony/telephony.port.ts'
import type { CallsDeps } from '../calls.ports.ts'

/** How long a softphone's credential lasts, s; the console asks for a new one before. */
const softphoneTtlSeconds = 3600

/** A credential for the agent's own softphone, and which softphone it is for. Throws `auth.forbidden`. */
export const softphoneToken =
  (deps: Pick<CallsDeps, 'carrier'>) =>
  (actor: StaffActor): SoftphoneAccess & { ttlSeconds: number } => {
    demand(actor, 'call.take')
    return { ...deps.carrier.softphone(actor.id, softphoneTtlSeconds), ttlSeconds: softphoneTtlSeconds }
  }
