import { z } from 'zod'
import type { selectSessions } from '../account.store.ts'

/** One of one's own sessions. */
export const OwnSessionDto = z
  .object({
    id: z.string(),
    /** The one in which it is asked. */
    current: z.boolean(),
    /** Where it was opened from; empty when unknown. */
    address: z.string(),
    /** What the browser calls itself. */
    browser: z.string(),
    openedAt: z.iso.datetime(),
    /** When somebody last did something in it, give or take some minutes. */
    usedAt: z.iso.datetime(),
  })
  .meta({ id: 'OwnSession' })
export type OwnSessionDto = z.infer<typeof OwnSessionDto>

/** State of one's second factor. */
export const SecondFactorDto = z
  .object({
    on: z.boolean(),
    /** The role needs it: it cannot be turned off. */
    required: z.boolean(),
    recoveryCodesLeft: z.number(),
  })
  .meta({ id: 'SecondFactor' })
export type SecondFactorDto = z.infer<typeof SecondFactorDto>

/** What is shown once when a second factor is set up. */
export const SecondFactorSetupDto = z
  .object({
    /** For the app, as a picture or typed: `otpauth://totp/…`. */
    uri: z.string(),
    recoveryCodes: z.array(z.string()),
  })
  .meta({ id: 'SecondFactorSetup' })
export type SecondFactorSetupDto = z.infer<typeof SecondFactorSetupDto>

/** New recovery codes, shown once. */
export const RecoveryCodesDto = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })

/** A session as its owner sees it; never its token. */
export const toOwnSessionDto = (
  row: Awaited<ReturnType<typeof selectSessions>>[number],
  currentId: string,
): OwnSessionDto =>
  OwnSessionDto.parse({
    id: row.id,
    current: row.id === currentId,
    address: row.ipAddress ?? '',
    browser: row.userAgent ?? '',
    openedAt: row.createdAt.toISOString(),
    usedAt: row.updatedAt.toISOString(),
  })
