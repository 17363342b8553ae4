import type { Role } from '../../api/vocabulary/directory.ts'
import { mergeModes, unitLevels } from '../../api/vocabulary/directory.ts'
import type { Columns } from '../columns.ts'

/** Units, lines, staff. */
export const directoryTables = (c: Columns) => ({
  unit: c.table(
    'unit',
    {
      id: c.id(),
      /** Stable, dashed: `putuo-changfeng`. */
      code: c.text().notNull(),
      parentId: c.text(),
      /** Ids from the root, each ended by a slash: a subtree is a range of paths. */
      path: c.text().notNull(),
      level: c.listed(unitLevels).notNull(),
      name: c.text().notNull(),
      nameEn: c.text().notNull(),
      aliases: c.json<string[]>().notNull(),
      dutyPhone: c.text(),
      lat: c.real(),
      lon: c.real(),
      active: c.bool().notNull(),
    },
    (t) => [
      c.unique('unit_code_idx').on(t.code),
      c.index('unit_parent_idx').on(t.parentId),
      c.index('unit_path_idx').on(t.path),
    ],
  ),
  line: c.table(
    'line',
    {
      id: c.id(),
      code: c.text().notNull(),
      /** E.164. */
      number: c.text().notNull(),
      name: c.text().notNull(),
      nameEn: c.text().notNull(),
      mode: c.listed(mergeModes).notNull(),
      greeting: c.text().notNull(),
      greetingEn: c.text().notNull(),
      recordingNotice: c.text().notNull(),
      recordingNoticeEn: c.text().notNull(),
      /** Null: round the clock. Local times `HH:MM`. */
      hours: c.json<LineHours>(),
      active: c.bool().notNull(),
    },
    (t) => [c.unique('line_code_idx').on(t.code), c.unique('line_number_idx').on(t.number)],
  ),
  staff: c.table(
    'staff',
    {
      id: c.id(),
      username: c.text().notNull(),
      name: c.text().notNull(),
      roles: c.json<Role[]>().notNull(),
      unitId: c.text().notNull(),
      /** The units they have left, and when (ISO 8601): reports on those stay closed to them. Null: none. */
      formerPosts: c.json<{ unitPath: string; until: string }[]>(),
      extension: c.text(),
      locale: c.text().notNull(),
      active: c.bool().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.unique('staff_username_idx').on(t.username), c.index('staff_unit_idx').on(t.unitId)],
  ),
})

/** When a line is served, in local time (`09:00`, up to `24:00`); outside it takes voicemail. */
export interface LineHours {
  from: string
  to: string
  workingDaysOnly: boolean
}
