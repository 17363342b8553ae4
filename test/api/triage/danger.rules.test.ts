import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDanger } from '../../../api/triage/danger.rules.ts'
import { normalise } from '../../../api/triage/text.rules.ts'
import { danger, harmless, moreDanger, moreHarmless } from './danger.sentences.ts'

/** Every UTF-16 code unit: NUL, lone surrogates, anything. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
const find = (text: string) => findDanger(normalise(text))

describe('danger to life or property', () => {
  it('is judged on at least 150 sentences, both languages', () => {
    expect(danger.length + harmless.length).toBeGreaterThanOrEqual(150)
  })

  it.each(danger)('%s', (text, kind, call) => {
    expect(find(text).danger).toMatchObject({ kind, call })
  })

  it.each(moreDanger)('%s', (text) => {
    expect(find(text).danger).not.toBeNull()
  })

  it.each([...harmless, ...moreHarmless])('no danger now: %s', (text) => {
    expect(find(text).danger).toBeNull()
  })

  it('says which words it heard', () => {
    expect(find('我家里煤气泄漏了').danger?.words).toEqual(['煤气泄漏了'])
    expect(find('fire on the roof, a man is bleeding').danger?.words.length).toBeGreaterThan(1)
  })

  it('puts a threat to a life before everything else', () => {
    expect(find('有人要跳楼，楼下还着火了').danger?.kind).toBe('suicide')
  })

  it('hears one real danger among harmless sentences', () => {
    expect(find('你好。消防栓没有水。昨天那边着火了，已经扑灭。现在又烧起来了！').danger?.kind).toBe('fire')
    expect(find('没有人受伤，但是煤气还在漏，燃气味很重').danger?.kind).toBe('gas')
  })

  it('keeps what is only feared apart', () => {
    expect(find('飞线充电容易引起火灾').feared).toEqual(['火灾'])
    expect(find('路灯不亮').feared).toEqual([])
  })

  it('reads full-width letters, capitals and odd spacing alike', () => {
    expect(find('ＦＩＲＥ  ＯＮ  the   roof').danger?.kind).toBe('fire')
  })

  it('never throws and stays quick, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 60 }), (text) => {
        expect(() => find(text)).not.toThrow()
      }),
    )
    const began = process.cpuUsage()
    for (const text of [
      '火'.repeat(1_000_000),
      '没有'.repeat(300_000),
      'a '.repeat(500_000),
      '要想跳被打电'.repeat(100_000),
      'the fire '.repeat(100_000),
    ])
      find(text)
    expect(process.cpuUsage(began).user).toBeLessThan(1_500_000)
  })
})
