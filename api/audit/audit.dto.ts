import { z } from 'zod'
import type { NamedAudit } from './name-audit.ts'

/** What an id of a record stands for, as the reader may know it: a ticket by its number, a citizen masked, anything else by name. */
const AuditNameDto = z
  .object({
    id: z.string(),
    kind: z.enum(['ticket', 'citizen', 'staff', 'unit', 'line', 'matter', 'article']),
    name: z.string(),
    nameEn: z.string().nullable(),
  })
  .meta({ id: 'AuditName' })
/** A row of the audit as an administrator reads it: what was done to what by whom, with names for the ids in it. */
export const AuditDto = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actorKind: z.string(),
    actorId: z.string(),
    actorName: z.string(),
    action: z.string(),
    entity: z.string(),
    entityId: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    reason: z.string().nullable(),
    requestId: z.string().nullable(),
    about: AuditNameDto.nullable(),
    names: z.array(AuditNameDto),
  })
  .meta({ id: 'AuditEntry' })

/** An audit row whose ids were given names, as it goes out. */
export const toAuditDto = (row: NamedAudit) => AuditDto.parse({ ...row, at: row.at.toISOString() })
