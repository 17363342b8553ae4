import { randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey } from './hash-threads.ts'

/** A password as it is stored: `salt:key`, both in hexadecimal, as the sign-in library writes it. Takes a tenth of a second. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16).toString('hex')
  return `${salt}:${await deriveKey({ password, salt })}`
}

/** Whether a password is the one that was hashed. Takes a tenth of a second. */
export const verifyPassword = async ({ hash, password }: { hash: string; password: string }): Promise<boolean> => {
  const [salt = '', key = ''] = hash.split(':')
  const [left, right] = [Buffer.from(await deriveKey({ password, salt })), Buffer.from(key)]
  return left.length === right.length && timingSafeEqual(left, right)
}
