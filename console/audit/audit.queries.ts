import { readAudit, type AuditQuestion } from './audit.api.ts'

/** The pages of the audit, newest first, for `createKeysetQuery`. */
export const auditList = (question: AuditQuestion) => ({
  key: ['audit', 'list', question],
  read: (after: string | undefined, signal: AbortSignal) => readAudit(question, after, signal),
})
