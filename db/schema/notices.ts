import { handledHows } from '../../api/vocabulary/handled.ts'
import type { Audience } from './platform.ts'
import type { Columns } from '../columns.ts'

/** What a desk was told, whom it concerns, and who has read it. */
export const noticeTables = (c: Columns) => ({
  deskNotice: c.table(
    'desk_notice',
    {
      id: c.id(),
      at: c.instant().notNull(),
      /** The thing it is about; newer news of it takes the place of older. */
      subject: c.text().notNull(),
      /** The live event that it was made of: its topic, type, id and what it told. */
      topic: c.text().notNull(),
      type: c.text().notNull(),
      entityId: c.text().notNull(),
      payload: c.json<Record<string, unknown>>().notNull(),
      citizenId: c.text(),
      /** The unit that the ticket accuses, and since when: nobody of it is told, whatever else they are. */
      accused: c.json<NonNullable<Audience['accused']>>(),
      /** A danger that nobody has handled yet. */
      open: c.bool().notNull(),
      handledBy: c.text(),
      handledName: c.text(),
      handledAt: c.instant(),
      handledHow: c.listed(handledHows),
    },
    (t) => [
      c.index('desk_notice_at_idx').on(t.at, t.id),
      c.index('desk_notice_subject_idx').on(t.subject, t.at),
      c.index('desk_notice_open_idx').on(t.open, t.at),
      c.index('desk_notice_citizen_idx').on(t.citizenId, t.at),
    ],
  ),
  /** To whom a notice is: a role, a unit or one person. One row for each of them and each subject. */
  deskNoticeHearer: c.table(
    'desk_notice_hearer',
    {
      /** `role:agent`, `unit:unt_…`, `staff:stf_…`. */
      hearer: c.text().notNull(),
      subject: c.text().notNull(),
      noticeId: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [
      c.unique('desk_notice_hearer_subject_idx').on(t.subject, t.hearer),
      c.index('desk_notice_hearer_at_idx').on(t.hearer, t.at, t.noticeId),
      c.index('desk_notice_hearer_notice_idx').on(t.noticeId),
    ],
  ),
  /** One notice that a person has read. */
  deskNoticeRead: c.table('desk_notice_read', { noticeId: c.text().notNull(), staffId: c.text().notNull() }, (t) => [
    c.unique('desk_notice_read_idx').on(t.noticeId, t.staffId),
  ]),
  /** Up to when a person has read everything. */
  deskNoticeSeen: c.table('desk_notice_seen', {
    /** The account. */
    id: c.id(),
    upTo: c.instant().notNull(),
  }),
})
