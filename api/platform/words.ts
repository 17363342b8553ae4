import { z } from 'zod'
import { givenPhone } from './phone.rules.ts'

/** Signs that nothing is seen of: spaces, controls, zero-width and direction marks. */
const unseen = /[\p{Z}\p{Cc}\p{Cf}]/gu

/**
 * Text that people write and the database keeps: trimmed, of a length counted in UTF-16 units, at least so much of it to be seen, for a
 * reason that nobody can read is none. A NUL is refused, because PostgreSQL cannot keep one and a text must not come back other than
 * it went in.
 */
export const words = (most: number, least = 1) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .refine((text) => !text.includes('\0'), 'a NUL character cannot be stored')
    .refine((text) => text.replace(unseen, '').length >= least, {
      message: 'something that can be read',
      params: { fault: 'missing' },
    })

/** An id or a code as an address names it; anything else is none. */
export const idText = z.string().regex(/^[\w.:-]{1,120}$/)

/** A moment as an asker writes it (ISO 8601 with `Z` or an offset), within years that every database can compare. */
export const momentText = z.iso.datetime({ offset: true }).refine((text) => {
  const year = new Date(text).getUTCFullYear()
  return year >= 1900 && year <= 9998
}, 'a year between 1900 and 9998')

/** A telephone number in a form: written as people write it, kept as E.164. */
export const phoneNumber = z
  .string()
  .max(40)
  .overwrite((written) => givenPhone(written) ?? written)
  .regex(/^\+[1-9]\d{4,14}$/)
