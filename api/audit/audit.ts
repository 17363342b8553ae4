import { removeTimelines, sweepAudit } from './audit.store.ts'
import { listAudit } from './list-audit.ts'
import type { NameDeps } from './name-audit.ts'

/** What was done, by whom, as supervisors read it. Writing it is `record`'s, which every verb calls. */
export const createAudit = (deps: NameDeps) => ({ list: listAudit(deps), sweep: sweepAudit, removeTimelines })
export type Audit = ReturnType<typeof createAudit>
