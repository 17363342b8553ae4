import type { Notice } from './notices.table.ts'

/** What is left of the answer to a danger for somebody who refused texts: the advice. Null for every other notice. */
export const adviceAlone = (notice: Notice): Notice | null =>
  notice.name === 'danger.new' || notice.name === 'danger.again'
    ? { name: 'danger.advice', params: { advice: notice.params.advice } }
    : null
