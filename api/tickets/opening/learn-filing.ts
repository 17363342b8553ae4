import type { Tx } from '../../../db/db.ts'
import { keepExample } from './training.store.ts'
import type { ActDeps } from '../life/act.deps.ts'

/** Keeps what a person filed under a matter, for the classifier, which learns it after the commit. A correction replaces the older choice. */
export const learnFiling = async (
  deps: Pick<ActDeps, 'ids' | 'triage'>,
  tx: Tx,
  filed: { text: string; matterCode: string; ticketId: string; at: Date },
) => {
  await keepExample(tx, { id: deps.ids.next('example'), ...filed })
  tx.afterCommit(() => deps.triage.learn({ text: filed.text, matterCode: filed.matterCode }))
}
