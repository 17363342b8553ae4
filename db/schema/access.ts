import type { Columns } from '../columns.ts'

/** Accounts and sessions as better-auth keeps them; `staff` in directory carries what the hotline knows of a person (same id as `authUser`). */
export const accessTables = (c: Columns) => ({
  authUser: c.table(
    'auth_user',
    {
      id: c.id(),
      name: c.text().notNull(),
      email: c.text().notNull(),
      emailVerified: c.bool().notNull(),
      image: c.text(),
      username: c.text(),
      displayUsername: c.text(),
      twoFactorEnabled: c.bool(),
      /** Somebody else chose the password: until another is chosen, the account does nothing else. */
      mustChangePassword: c.bool().notNull().default(false),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [c.unique('auth_user_email_idx').on(t.email), c.unique('auth_user_username_idx').on(t.username)],
  ),
  authSession: c.table(
    'auth_session',
    {
      id: c.id(),
      userId: c.text().notNull(),
      /** A hash of the token: whoever reads the table cannot sign in with it. */
      token: c.text().notNull(),
      expiresAt: c.instant().notNull(),
      ipAddress: c.text(),
      userAgent: c.text(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [
      c.unique('auth_session_token_idx').on(t.token),
      c.index('auth_session_user_idx').on(t.userId),
      c.index('auth_session_expires_idx').on(t.expiresAt),
    ],
  ),
  authAccount: c.table(
    'auth_account',
    {
      id: c.id(),
      userId: c.text().notNull(),
      accountId: c.text().notNull(),
      providerId: c.text().notNull(),
      accessToken: c.text(),
      refreshToken: c.text(),
      idToken: c.text(),
      accessTokenExpiresAt: c.instant(),
      refreshTokenExpiresAt: c.instant(),
      scope: c.text(),
      password: c.text(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [c.index('auth_account_user_idx').on(t.userId)],
  ),
  /** An account's second factor; secret and recovery codes are encrypted with the session secret. */
  authTwoFactor: c.table(
    'auth_two_factor',
    {
      id: c.id(),
      secret: c.text().notNull(),
      backupCodes: c.text().notNull(),
      userId: c.text().notNull(),
      verified: c.bool(),
      failedVerificationCount: c.int(),
      lockedUntil: c.instant(),
    },
    (t) => [c.unique('auth_two_factor_user_idx').on(t.userId)],
  ),
  authVerification: c.table(
    'auth_verification',
    {
      id: c.id(),
      identifier: c.text().notNull(),
      value: c.text().notNull(),
      expiresAt: c.instant().notNull(),
      createdAt: c.instant(),
      updatedAt: c.instant(),
    },
    (t) => [
      c.index('auth_verification_identifier_idx').on(t.identifier),
      c.index('auth_verification_expires_idx').on(t.expiresAt),
    ],
  ),
  /** What is owed for failed tries to sign in, under keyed hashes of whom and from where: a row until it is paid off. */
  signInDebt: c.table(
    'sign_in_debt',
    {
      key: c.id(),
      /** When nothing is owed any more, ms since the epoch. */
      paidAt: c.int().notNull(),
    },
    (t) => [c.index('sign_in_debt_paid_idx').on(t.paidAt)],
  ),
  /** Devices and addresses an account was signed in to from, as keyed hashes. */
  signInPlace: c.table(
    'sign_in_place',
    {
      key: c.id(),
      lastAt: c.instant().notNull(),
    },
    (t) => [c.index('sign_in_place_last_idx').on(t.lastAt)],
  ),
})
