import { accessProblems } from './access/access.errors.ts'
import { callProblems } from './calls/calls.errors.ts'
import { catalogueProblems } from './catalogue/catalogue.errors.ts'
import { citizenProblems } from './citizens/citizens.errors.ts'
import { directoryProblems } from './directory/directory.errors.ts'
import { followUpProblems } from './followup/followup.errors.ts'
import { knowledgeProblems } from './knowledge/knowledge.errors.ts'
import { messageProblems } from './messages/messages.errors.ts'
import { platformProblems } from './platform/problem.ts'
import { telephonyProblems } from './telephony/telephony.errors.ts'
import { ticketProblems } from './tickets/tickets.errors.ts'

/** Every problem the API answers with: one table, keyed by code (RFC 9457 `code`). */
export const problems = {
  ...platformProblems,
  ...accessProblems,
  ...callProblems,
  ...catalogueProblems,
  ...citizenProblems,
  ...directoryProblems,
  ...followUpProblems,
  ...knowledgeProblems,
  ...messageProblems,
  ...telephonyProblems,
  ...ticketProblems,
} as const
export type ProblemCode = keyof typeof problems

/** A refusal the domain can name. Verbs throw codes, never statuses. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly extra: Record<string, unknown>
  constructor(code: ProblemCode, detail?: string, extra: Record<string, unknown> = {}) {
    super(detail ?? problems[code].title)
    this.name = 'Problem'
    this.code = code
    this.extra = extra
  }
}
