import { describe, expect, it } from 'vitest'
import { demandStrength } from '../../../../api/access/passwords/password-strength.ts'
import { passwordFault } from '../../../../api/access/passwords/password.rules.ts'
import { makeOncePassword } from '../../../../api/access/passwords/reset-password.ts'
import { Problem } from '../../../../api/platform/problem.ts'

const owner = { username: 'li.na', name: '李娜' }

describe('a password at first sight', () => {
  it.each([
    ['', 'short'],
    ['eleven sign', 'short'],
    ['twelve signs', null],
    ['十二个汉字也是一个密码了吧', null],
    ['Lina-likes-tea-2026', 'name'],
    ['my L_i-N.a password', 'name'],
    ['ＬＩＮＡ likes green tea', 'name'],
    ['我是李娜我喜欢喝绿茶呀呀', 'name'],
    ['linseed and nacre', null],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, owner)).toBe(fault)
  })

  it('does not take a name of one sign for one', () => {
    expect(passwordFault('a city of its own', { username: 'a', name: '' })).toBeNull()
  })
})

describe('a password that is chosen', () => {
  const outcome = (password: string) =>
    demandStrength(password, owner).then(
      () => 'taken',
      (error: unknown) => (error instanceof Problem ? error.code : String(error)),
    )
  it.each([
    ['password1234', 'password.too-common'],
    ['P@ssw0rd12345', 'password.too-common'],
    ['1234567890123', 'password.too-common'],
    ['qwertyuiop123', 'password.too-common'],
    ['abcabcabcabcabc', 'password.too-common'],
    ['hotline12345', 'password.too-common'],
    ['short', 'password.too-short'],
    ['lina and the sea', 'password.contains-name'],
    ['river lamp quiet 7', 'taken'],
    [makeOncePassword(), 'taken'],
  ])('%s: %s', async (password, code) => {
    expect(await outcome(password)).toBe(code)
  })
})

describe('a password for once', () => {
  it('is four groups of signs that nobody takes for one another, never the same', () => {
    const made = Array.from({ length: 200 }, makeOncePassword)
    for (const password of made) expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/)
    expect(new Set(made).size).toBe(200)
  })
})
