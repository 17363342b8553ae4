import type { Tx } from '../../../db/db.ts'
import { maskWords } from '../../platform/personal/mask-words.rules.ts'
import type { StoredTexts } from '../../platform/writing/respell.ts'
import { changeExample, examplesAfter, keepExample } from './training.store.ts'
import type { ActDeps } from '../life/act.deps.ts'

/** What is learnt of a text: nothing of whoever wrote it. */
const lesson = (text: string) => maskWords(text, { with: ' ' })

/** The examples of the classifier. 1: nothing in them tells who wrote it. */
export const exampleTexts: StoredTexts<{ id: string; text: string }> = {
  name: 'tickets.cleanExamples',
  spelling: 1,
  after: examplesAfter,
  isStale: ({ text }) => lesson(text) !== text,
  rewrite: (tx, { id, text }) => changeExample(tx, id, text, lesson(text)),
}

/**
 * Keeps what a person filed under a matter, for the classifier, which learns it after the commit. A correction replaces the older choice. Of
 * whoever wrote it nothing is kept, whatever they wrote of themselves.
 */
export const learnFiling = async (
  deps: Pick<ActDeps, 'ids' | 'triage'>,
  tx: Tx,
  filed: { text: string; matterCode: string; ticketId: string; at: Date },
) => {
  const text = lesson(filed.text)
  await keepExample(tx, { id: deps.ids.next('example'), ...filed, text })
  tx.afterCommit(() => deps.triage.learn({ text, matterCode: filed.matterCode }))
}
