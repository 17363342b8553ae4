import { desc } from 'drizzle-orm'
import type { Read } from '../../db/db.ts'
import type { TrainingExample } from './triage.types.ts'

/** The newest of what people filed, oldest first, for the classifier to start from. */
export const loadExamples = async (db: Read, limit: number): Promise<TrainingExample[]> => {
  const newest = await db.q
    .select({ text: db.t.trainingExample.text, matterCode: db.t.trainingExample.matterCode })
    .from(db.t.trainingExample)
    .orderBy(desc(db.t.trainingExample.at))
    .limit(limit)
    .execute()
  return newest.toReversed()
}
