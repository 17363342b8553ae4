import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { decodeCursor, toPage, type Page } from '../platform/page.ts'
import type { Actor } from './actor.ts'
import { selectAudit, type AuditFilter, type AuditRow } from './audit.store.ts'
import { demand } from './permissions.ts'
import { idText, momentText } from '../platform/words.ts'

export interface ListAudit extends Omit<AuditFilter, 'after'> {
  cursor?: string | undefined
  size: number
}

const Cursor = z.tuple([momentText, idText])

/** What was done, newest first, in keyset pages. Throws `auth.forbidden`. */
export const listAudit =
  (deps: Pick<Deps, 'db'>) =>
  async (actor: Actor, { cursor, size, ...filter }: ListAudit): Promise<Page<AuditRow>> => {
    demand(actor, 'audit.read')
    const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, Cursor)
    const after = at === undefined || id === undefined ? undefined : { at: new Date(at), id }
    const rows = await selectAudit(deps.db, { ...filter, after }, size + 1)
    return toPage(rows, size, (row) => [row.at.toISOString(), row.id])
  }
