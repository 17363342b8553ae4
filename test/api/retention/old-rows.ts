import type { Tx } from '../../../db/db.ts'

/** A row of one kind, born at a moment; what it is and whether it is still whole. */
interface OldRow {
  add: (tx: Tx, id: string, at: Date) => Promise<unknown>
  /** The ids whose content is still there. */
  whole: (tx: Tx) => Promise<string[]>
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** A call of a citizen who has no ticket. */
export const callRow = (id: string, at: Date, over: Partial<Tx['t']['call']['$inferInsert']> = {}) => ({
  id,
  carrierRef: `CA-${id}`,
  direction: 'in' as const,
  fromNumber: '+8613800000001',
  toNumber: '+862155512345',
  citizenId: 'ctz_of_calls',
  contactId: `contact-of-${id}`,
  state: 'ended' as const,
  room: `room-${id}`,
  priority: 0,
  muted: false,
  startedAt: at,
  heldMs: 0,
  endedAt: at,
  version: 1,
  ...over,
})

/** A recording of a call, with a file. */
export const recordingRow = (id: string, at: Date, sha256: string, callId = `call-${id}`) => ({
  id,
  callId,
  carrierRef: `RE-${id}`,
  purpose: 'conference' as const,
  state: 'completed' as const,
  startedAt: at,
  sha256,
  size: 3,
})

/** A file of a ticket, a text or nobody. */
export const attachmentRow = (
  id: string,
  at: Date,
  sha256: string,
  of: { ticketId?: string; messageId?: string } = {},
) => ({
  id,
  name: 'a.jpg',
  contentType: 'image/jpeg',
  size: 3,
  sha256,
  state: 'stored' as const,
  uploadedBy: 'somebody',
  createdAt: at,
  ...of,
})

/** A text from a citizen. */
export const messageRow = (id: string, at: Date, over: Partial<Tx['t']['message']['$inferInsert']> = {}) => ({
  id,
  direction: 'in' as const,
  fromNumber: '+8613800000002',
  toNumber: '+862155512345',
  citizenId: 'ctz_of_texts',
  body: '楼下垃圾堆了三天。',
  purpose: 'citizenText' as const,
  status: 'received' as const,
  statusRank: 0,
  createdAt: at,
  updatedAt: at,
  ...over,
})

/** Kinds whose rows stand alone, and how one of them is made. */
export const oldRows: Readonly<Record<string, OldRow>> = {
  recordings: {
    add: (tx, id, at) => tx.q.insert(tx.t.recording).values(recordingRow(id, at, `${id}-sound`)),
    whole: async (tx) => ids(await tx.q.select().from(tx.t.recording)),
  },
  transcripts: {
    add: (tx, id, at) => tx.q.insert(tx.t.callTurn).values({ id, callId: 'none', speaker: 'citizen', text: '喂', at }),
    whole: async (tx) => ids(await tx.q.select().from(tx.t.callTurn)),
  },
  texts: {
    add: (tx, id, at) => tx.q.insert(tx.t.message).values(messageRow(id, at)),
    whole: async (tx) => ids(await tx.q.select().from(tx.t.message)),
  },
  strayTexts: {
    add: (tx, id, at) =>
      tx.q.insert(tx.t.strayText).values({
        id,
        carrierRef: id,
        fromNumber: '+8613800000002',
        toNumber: '+862155599999',
        body: '喂',
        delivery: {
          ref: id,
          from: '+8613800000002',
          to: '+862155599999',
          body: '喂',
          media: [],
          optOut: null,
          deliveryToken: null,
        },
        receivedAt: at,
      }),
    whole: async (tx) => ids(await tx.q.select().from(tx.t.strayText)),
  },
  contacts: {
    add: (tx, id, at) =>
      tx.q.insert(tx.t.contact).values({
        id,
        channel: 'call',
        citizenId: 'ctz_of_contacts',
        state: 'closed',
        text: '打错了',
        startedAt: at,
      }),
    whole: async (tx) => ids((await tx.q.select().from(tx.t.contact)).filter(({ text }) => text !== '')),
  },
  citizens: {
    add: (tx, id, at) =>
      tx.q.insert(tx.t.citizen).values({
        id,
        phone: `+86139${id.length}${String(at.getTime()).slice(-7)}`,
        name: '王芳',
        locale: 'zh-CN',
        contactCount: 1,
        createdAt: at,
        updatedAt: at,
      }),
    whole: async (tx) => ids((await tx.q.select().from(tx.t.citizen)).filter(({ name }) => name !== null)),
  },
  uploads: {
    add: (tx, id, at) => tx.q.insert(tx.t.attachment).values(attachmentRow(id, at, `${id}-file`)),
    whole: async (tx) => ids(await tx.q.select().from(tx.t.attachment)),
  },
  drafts: {
    add: (tx, id, at) =>
      tx.q.insert(tx.t.draft).values({ id, staffId: 'somebody', content: {}, updatedAt: at, version: 1 }),
    whole: async (tx) => ids(await tx.q.select().from(tx.t.draft)),
  },
  audit: {
    add: (tx, id, at) =>
      tx.q.insert(tx.t.audit).values({
        id,
        at,
        actorKind: 'system',
        actorId: 'test',
        actorName: 'test',
        action: 'session.opened',
        entity: 'trial',
        entityId: id,
      }),
    whole: async (tx) => ids((await tx.q.select().from(tx.t.audit)).filter(({ entity }) => entity === 'trial')),
  },
  sessions: {
    add: (tx, id, at) =>
      tx.q
        .insert(tx.t.authSession)
        .values({ id, userId: 'somebody', token: id, expiresAt: at, createdAt: at, updatedAt: at }),
    whole: async (tx) => ids(await tx.q.select().from(tx.t.authSession)),
  },
  verifications: {
    add: (tx, id, at) => tx.q.insert(tx.t.authVerification).values({ id, identifier: id, value: '', expiresAt: at }),
    whole: async (tx) => ids(await tx.q.select().from(tx.t.authVerification)),
  },
  signInTries: {
    add: (tx, id, at) => tx.q.insert(tx.t.signInDebt).values({ key: id, paidAt: at.getTime() }),
    whole: async (tx) => (await tx.q.select().from(tx.t.signInDebt)).map(({ key }) => key),
  },
  signInPlaces: {
    add: (tx, id, at) => tx.q.insert(tx.t.signInPlace).values({ key: id, lastAt: at }),
    whole: async (tx) => (await tx.q.select().from(tx.t.signInPlace)).map(({ key }) => key),
  },
  deskNotices: {
    add: async (tx, id, at) => {
      const row = { id, at, subject: id, topic: 'alert', type: 'text', entityId: id, payload: {}, open: false }
      await tx.q.insert(tx.t.deskNotice).values(row)
      await tx.q.insert(tx.t.deskNoticeHearer).values({ hearer: 'role:agent', subject: id, noticeId: id, at })
      await tx.q.insert(tx.t.deskNoticeRead).values({ noticeId: id, staffId: 'somebody' })
    },
    // a notice is whole with its hearers; where it has gone nothing of it is left
    whole: async (tx) => (await tx.q.select().from(tx.t.deskNoticeHearer)).map(({ noticeId }) => noticeId),
  },
  liveEvents: {
    add: (tx, id, at) =>
      tx.q
        .insert(tx.t.liveEvent)
        .values({ at, topic: 'queue', type: 'changed', entityId: id, audience: {}, payload: { lineId: null } }),
    whole: async (tx) => (await tx.q.select().from(tx.t.liveEvent)).map(({ entityId }) => entityId),
  },
  effects: {
    add: (tx, id, at) =>
      tx.q.insert(tx.t.outbox).values({
        id,
        topic: 'sms.send',
        key: id,
        payload: {},
        state: 'done',
        attempts: 1,
        runAt: at,
        createdAt: at,
        doneAt: at,
      }),
    whole: async (tx) => ids(await tx.q.select().from(tx.t.outbox)),
  },
  webhookKeys: {
    add: (tx, id, at) => tx.q.insert(tx.t.inbox).values({ key: id, route: 'sms', receivedAt: at }),
    whole: async (tx) => (await tx.q.select().from(tx.t.inbox)).map(({ key }) => key),
  },
}
