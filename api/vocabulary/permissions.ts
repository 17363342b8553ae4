import type { Role } from './directory.ts'
import type { Actor } from './actor.ts'

/** What is not a move of a ticket (those are in the ticket machine): permission → roles. */
export const permissions = {
  'desk.use': ['agent', 'followUp', 'supervisor'],
  'call.take': ['agent', 'followUp', 'supervisor'],
  // who sends a request on may hear what was asked for; each listening is in the audit
  'recording.hear': ['agent', 'dispatcher', 'reviewer', 'followUp', 'supervisor'],
  'message.send': ['agent', 'followUp', 'supervisor'],
  'ticket.file': ['agent', 'dispatcher', 'supervisor'],
  'ticket.read': ['agent', 'dispatcher', 'unitStaff', 'unitHead', 'reviewer', 'followUp', 'supervisor', 'admin'],
  'dispatch.desk': ['dispatcher', 'supervisor'],
  'review.desk': ['reviewer', 'supervisor'],
  'unit.desk': ['unitStaff', 'unitHead'],
  'followUp.desk': ['followUp', 'supervisor'],
  'citizen.read': ['agent', 'dispatcher', 'reviewer', 'followUp', 'supervisor'],
  'citizen.write': ['agent', 'dispatcher', 'followUp', 'supervisor'],
  'citizen.reveal': ['agent', 'dispatcher', 'unitStaff', 'unitHead', 'followUp', 'supervisor'],
  'wallboard.read': ['agent', 'dispatcher', 'reviewer', 'followUp', 'supervisor', 'admin'],
  'report.read': ['supervisor', 'admin', 'unitHead'],
  'audit.read': ['supervisor', 'admin'],
  'operations.read': ['supervisor', 'admin'],
  'operations.manage': ['admin'],
  'directory.read': ['agent', 'dispatcher', 'unitStaff', 'unitHead', 'reviewer', 'followUp', 'supervisor', 'admin'],
  'knowledge.read': ['agent', 'dispatcher', 'unitStaff', 'unitHead', 'reviewer', 'followUp', 'supervisor', 'admin'],
  'knowledge.write': ['supervisor', 'admin'],
  'staff.manage': ['admin'],
  'directory.manage': ['admin'],
  'catalogue.manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof permissions

export const may = (actor: Actor, permission: Permission): boolean => {
  const roles: readonly Role[] = permissions[permission]
  return actor.kind === 'system' || (actor.kind === 'staff' && actor.roles.some((role) => roles.includes(role)))
}
