import { desc } from 'drizzle-orm'
import type { Read } from '../../db/db.ts'
import type { TrainingExample } from './triage.types.ts'

/** What people filed, newest first, for the classifier to start from. */
export const loadExamples = (db: Read, limit: number): Promise<TrainingExample[]> =>
  db.q
    .select({ text: db.t.trainingExample.text, matterCode: db.t.trainingExample.matterCode })
    .from(db.t.trainingExample)
    .orderBy(desc(db.t.trainingExample.at))
    .limit(limit)
    .execute()
