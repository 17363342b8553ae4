import { and, desc, eq, getTableColumns, gt, ne } from 'drizzle-orm'
import type { Db, Read, Tx } from '../../db/db.ts'
import { deleteOldest, type Sweep } from '../../db/sweep.ts'
import { hashToken } from './sessions/token-hash.ts'

/** A session that the sign-in library keeps, with what its account must still do. */
export type Session = Read['t']['authSession']['$inferSelect'] & { mustChangePassword: boolean; secondFactor: boolean }

/** The session of a token, also one that has ended. */
export const findSession = async (db: Read, token: string): Promise<Session | undefined> => {
  const { authSession, authUser } = db.t
  const [row] = await db.q
    .select({
      ...getTableColumns(authSession),
      mustChangePassword: authUser.mustChangePassword,
      twoFactorEnabled: authUser.twoFactorEnabled,
    })
    .from(authSession)
    .innerJoin(authUser, eq(authUser.id, authSession.userId))
    .where(eq(authSession.token, hashToken(token)))
  if (!row) return undefined
  const { twoFactorEnabled, ...session } = row
  return { ...session, secondFactor: twoFactorEnabled === true }
}

/** Moves the end of a session; nothing when it was closed meanwhile. */
export const prolongSession = (db: Db, token: string, expiresAt: Date, now: Date) =>
  db.tx((tx) =>
    tx.q
      .update(tx.t.authSession)
      .set({ expiresAt, updatedAt: now })
      .where(eq(tx.t.authSession.token, hashToken(token)))
      .returning({ id: tx.t.authSession.id })
      .execute(),
  )

/** True when there was one to close. */
export const removeSession = async (tx: Tx, token: string): Promise<boolean> => {
  const rows = await tx.q
    .delete(tx.t.authSession)
    .where(eq(tx.t.authSession.token, hashToken(token)))
    .returning({ id: tx.t.authSession.id })
  return rows.length > 0
}

/** An account's sessions that have not ended, the one used last first. */
export const selectSessions = (db: Read, userId: string, now: Date) => {
  const { authSession } = db.t
  return db.q
    .select()
    .from(authSession)
    .where(and(eq(authSession.userId, userId), gt(authSession.expiresAt, now)))
    .orderBy(desc(authSession.updatedAt), desc(authSession.id))
    .execute()
}

/** Closes one session of an account by its id; true when there was one. */
export const removeSessionOf = async (tx: Tx, userId: string, id: string): Promise<boolean> => {
  const { authSession } = tx.t
  const rows = await tx.q
    .delete(authSession)
    .where(and(eq(authSession.userId, userId), eq(authSession.id, id)))
    .returning({ id: authSession.id })
  return rows.length > 0
}

/** Ends every session of an account, or all but one of them; answers how many. */
export const removeSessionsOf = async (tx: Tx, userId: string, except?: string): Promise<number> => {
  const { authSession } = tx.t
  const own = eq(authSession.userId, userId)
  const rows = await tx.q
    .delete(authSession)
    .where(except === undefined ? own : and(own, ne(authSession.id, except)))
    .returning({ id: authSession.id })
  return rows.length
}

/** Forgets sessions that have ended. */
export const sweepSessions: Sweep = (tx, asked) => {
  const { authSession } = tx.t
  return deleteOldest(tx, asked, { table: authSession, key: authSession.id, at: authSession.expiresAt })
}

/** Forgets what somebody was to prove and did not. */
export const sweepVerifications: Sweep = (tx, asked) => {
  const { authVerification } = tx.t
  return deleteOldest(tx, asked, { table: authVerification, key: authVerification.id, at: authVerification.expiresAt })
}

/** What an account must still do, and whether it has a second factor. */
export const findAccountState = async (db: Read, userId: string) => {
  const { authUser } = db.t
  const [row] = await db.q
    .select({ mustChangePassword: authUser.mustChangePassword, twoFactorEnabled: authUser.twoFactorEnabled })
    .from(authUser)
    .where(eq(authUser.id, userId))
  return {
    mustChangePassword: row?.mustChangePassword ?? false,
    secondFactor: row?.twoFactorEnabled === true,
  }
}

/** The hash of an account's password; null when it has none. */
export const findPasswordHash = async (db: Read, userId: string): Promise<string | null> => {
  const { authAccount } = db.t
  const [row] = await db.q
    .select({ password: authAccount.password })
    .from(authAccount)
    .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, 'credential')))
  return row?.password ?? null
}

/** Gives an account another password. `mustChange`: somebody else chose it. */
export const updatePassword = async (
  tx: Tx,
  userId: string,
  { hash, mustChange, at }: { hash: string; mustChange: boolean; at: Date },
) => {
  const { authAccount, authUser } = tx.t
  await tx.q
    .update(authAccount)
    .set({ password: hash, updatedAt: at })
    .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, 'credential')))
    .returning({ id: authAccount.id })
  await tx.q
    .update(authUser)
    .set({ mustChangePassword: mustChange, updatedAt: at })
    .where(eq(authUser.id, userId))
    .returning({ id: authUser.id })
}

/** Takes an account's second factor away; true when it had one. */
export const removeSecondFactor = async (tx: Tx, userId: string, at: Date): Promise<boolean> => {
  const { authTwoFactor, authUser } = tx.t
  const rows = await tx.q
    .delete(authTwoFactor)
    .where(eq(authTwoFactor.userId, userId))
    .returning({ id: authTwoFactor.id })
  await tx.q
    .update(authUser)
    .set({ twoFactorEnabled: false, updatedAt: at })
    .where(eq(authUser.id, userId))
    .returning({ id: authUser.id })
  return rows.length > 0
}

/** The rows of an account with a password, as better-auth reads them. */
export const insertAccount = async (
  tx: Tx,
  account: { id: string; username: string; name: string; passwordHash: string; mustChangePassword: boolean; at: Date },
) => {
  const { id, username, name, passwordHash, mustChangePassword, at } = account
  // Staff have no mail address here; better-auth wants one that is unique, so it gets one that can receive nothing (RFC 2606).
  const email = `${username}@staff.invalid`
  const times = { createdAt: at, updatedAt: at }
  await tx.q.insert(tx.t.authUser).values({
    id,
    name,
    email,
    emailVerified: false,
    username,
    displayUsername: username,
    mustChangePassword,
    ...times,
  })
  await tx.q.insert(tx.t.authAccount).values({
    id: `${id}.password`,
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
    ...times,
  })
}
