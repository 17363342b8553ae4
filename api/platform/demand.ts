import type { Actor } from '../vocabulary/actor.ts'
import { may, type Permission } from '../vocabulary/permissions.ts'
import { platformProblem } from './problem.ts'

/** Throws `auth.forbidden` unless the actor holds the permission. First line of every verb. */
export const demand = (actor: Actor, permission: Permission) => {
  if (!may(actor, permission)) throw platformProblem('auth.forbidden')
}
