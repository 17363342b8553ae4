import { eq, lte } from 'drizzle-orm'
import type { Db, Read, Tx } from '../../db/db.ts'

/** A row of the sessions that the sign-in library keeps. */
export type Session = Read['t']['authSession']['$inferSelect']

/** The session of a token, also one that has ended. */
export const findSession = async (db: Read, token: string): Promise<Session | undefined> => {
  const [row] = await db.q.select().from(db.t.authSession).where(eq(db.t.authSession.token, token))
  return row
}

/** Moves the end of a session; nothing when it was closed meanwhile. */
export const prolongSession = (db: Db, token: string, expiresAt: Date, now: Date) =>
  db.tx((tx) =>
    tx.q
      .update(tx.t.authSession)
      .set({ expiresAt, updatedAt: now })
      .where(eq(tx.t.authSession.token, token))
      .returning({ id: tx.t.authSession.id })
      .execute(),
  )

/** True when there was one to close. */
export const removeSession = async (tx: Tx, token: string): Promise<boolean> => {
  const rows = await tx.q
    .delete(tx.t.authSession)
    .where(eq(tx.t.authSession.token, token))
    .returning({ id: tx.t.authSession.id })
  return rows.length > 0
}

/** Ends every session of an account: it is signed out everywhere at once. */
export const removeSessionsOf = async (tx: Tx, userId: string) => {
  await tx.q.delete(tx.t.authSession).where(eq(tx.t.authSession.userId, userId)).returning({ id: tx.t.authSession.id })
}

/** Forgets sessions that have ended; answers how many. */
export const removeExpiredSessions = (db: Db, now: Date): Promise<number> =>
  db.tx(async (tx) => {
    const rows = await tx.q
      .delete(tx.t.authSession)
      .where(lte(tx.t.authSession.expiresAt, now))
      .returning({ id: tx.t.authSession.id })
    return rows.length
  })

/** The rows of an account with a password, as better-auth reads them. */
export const insertAccount = async (
  tx: Tx,
  account: { id: string; username: string; name: string; passwordHash: string; at: Date },
) => {
  const { id, username, name, passwordHash, at } = account
  // Staff have no mail address here; better-auth wants one that is unique, so it gets one that can receive nothing (RFC 2606).
  const email = `${username}@staff.invalid`
  const times = { createdAt: at, updatedAt: at }
  await tx.q
    .insert(tx.t.authUser)
    .values({ id, name, email, emailVerified: false, username, displayUsername: username, ...times })
  await tx.q.insert(tx.t.authAccount).values({
    id: `${id}.password`,
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
    ...times,
  })
}
