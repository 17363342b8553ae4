import { hashPassword as libraryHash, verifyPassword as libraryVerify } from 'better-auth/crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashPassword, verifyPassword } from '../../../../api/access/passwords/password-hash.ts'

describe('a password’s hash', () => {
  const password = 'Ｆull-width and 中文'
  afterEach(() => vi.unstubAllEnvs())

  it.each(['production', 'development', ''])(
    'is read by the sign-in library, and reads the library’s, under NODE_ENV=%s',
    async (env) => {
      vi.stubEnv('NODE_ENV', env)
      expect(await libraryVerify({ hash: await hashPassword(password), password })).toBe(true)
      expect(await verifyPassword({ hash: await libraryHash(password), password })).toBe(true)
    },
  )

  it('is right for its password only, and never the same twice', async () => {
    const [one, two] = [await hashPassword(password), await hashPassword(password)]
    expect(one).not.toBe(two)
    expect(await verifyPassword({ hash: one, password: 'Full-width and 中文' })).toBe(true)
    expect(await verifyPassword({ hash: one, password: 'another' })).toBe(false)
    expect(await verifyPassword({ hash: 'damaged', password })).toBe(false)
    expect(await verifyPassword({ hash: '', password: '' })).toBe(false)
  })

  it('is worked out for many who ask at once', async () => {
    const keys = await Promise.all(Array.from({ length: 7 }, (_, at) => hashPassword(`password ${at}`)))
    expect(new Set(keys).size).toBe(7)
  })
})
