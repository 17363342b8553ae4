import type { Config } from '../platform/config.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import type { PendingDuty } from './pending.types.ts'

/** What is known of an account. */
export interface AccountState {
  mustChangePassword: boolean
  secondFactor: boolean
}

/** Whether somebody of these roles must use a second factor. */
export const needsSecondFactor = (config: Pick<Config, 'secondFactorRoles'>, { roles }: Pick<StaffActor, 'roles'>) =>
  roles.some((role) => config.secondFactorRoles.includes(role))

/** What an account must do first; null when nothing. A password comes before the second factor, which asks for it. */
export const pendingDuty = (
  config: Pick<Config, 'secondFactorRoles'>,
  actor: Pick<StaffActor, 'roles'>,
  { mustChangePassword, secondFactor }: AccountState,
): PendingDuty | null =>
  mustChangePassword ? 'password' : !secondFactor && needsSecondFactor(config, actor) ? 'secondFactor' : null
