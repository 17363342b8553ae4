import { grades, kinds, limitStarts, limitUnits, routes, urgencies } from '../../api/vocabulary/catalogue.ts'
import type { Columns } from '../columns.ts'

/** The dispatch catalogue (派单目录): matters in three levels, and the limits. Rows have validity dates; they are never edited in place. */
export const catalogueTables = (c: Columns) => ({
  matter: c.table(
    'matter',
    {
      id: c.id(),
      code: c.text().notNull(),
      parentCode: c.text(),
      level: c.int().notNull(),
      name: c.text().notNull(),
      nameEn: c.text().notNull(),
      kind: c.listed(kinds),
      route: c.listed(routes),
      unitId: c.text(),
      urgency: c.listed(urgencies),
      examples: c.json<string[]>().notNull(),
      version: c.int().notNull(),
      validFrom: c.instant().notNull(),
      validTo: c.instant(),
    },
    (t) => [c.unique('matter_code_version_idx').on(t.code, t.version), c.index('matter_parent_idx').on(t.parentCode)],
  ),
  limitRule: c.table(
    'limit_rule',
    {
      id: c.id(),
      matterCode: c.text(),
      kind: c.listed(kinds),
      urgency: c.listed(urgencies),
      value: c.int().notNull(),
      unit: c.listed(limitUnits).notNull(),
      startEvent: c.listed(limitStarts).notNull(),
      basis: c.text().notNull(),
      basisEn: c.text().notNull(),
      grade: c.listed(grades).notNull(),
      validFrom: c.instant().notNull(),
      validTo: c.instant(),
    },
    (t) => [c.index('limit_rule_matter_idx').on(t.matterCode)],
  ),
  /** What people filed, for the classifier to learn from. */
  trainingExample: c.table(
    'training_example',
    {
      id: c.id(),
      text: c.text().notNull(),
      matterCode: c.text().notNull(),
      ticketId: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.unique('training_example_ticket_idx').on(t.ticketId), c.index('training_example_at_idx').on(t.at)],
  ),
  article: c.table(
    'article',
    {
      id: c.id(),
      slug: c.text().notNull(),
      matterCode: c.text(),
      unitId: c.text().notNull(),
      title: c.text().notNull(),
      body: c.text().notNull(),
      /** Title and body as `searchable` writes them. */
      searchText: c.text().notNull(),
      validUntil: c.instant().notNull(),
      version: c.int().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [c.unique('article_slug_idx').on(t.slug), c.index('article_matter_idx').on(t.matterCode)],
  ),
})
