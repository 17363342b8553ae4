import type { Tx } from '../../../db/db.ts'
import { maskWords } from '../../platform/personal/mask-words.rules.ts'
import { keepExample } from './training.store.ts'
import type { ActDeps } from '../life/act.deps.ts'

/**
 * Keeps what a person filed under a matter, for the classifier, which learns it after the commit. A correction replaces the older choice. Of
 * whoever wrote it nothing is kept, whatever they wrote of themselves.
 */
export const learnFiling = async (
  deps: Pick<ActDeps, 'ids' | 'triage'>,
  tx: Tx,
  filed: { text: string; matterCode: string; ticketId: string; at: Date },
) => {
  const text = maskWords(filed.text, { with: ' ' })
  await keepExample(tx, { id: deps.ids.next('example'), ...filed, text })
  tx.afterCommit(() => deps.triage.learn({ text, matterCode: filed.matterCode }))
}
