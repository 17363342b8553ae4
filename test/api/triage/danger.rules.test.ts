import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDanger } from '../../../api/triage/danger.rules.ts'
import { normalise } from '../../../api/triage/text.rules.ts'
import { dangerHeldOut, harmlessHeldOut } from './danger.held-out.ts'
import { danger, harmless, laterDanger, laterHarmless, moreDanger, moreHarmless } from './danger.sentences.ts'

/** Every UTF-16 code unit: NUL, lone surrogates, anything. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
const find = (text: string) => findDanger(normalise(text))

/** Share of dangers found, share of alarms that are right, and share of found ones with the right number. */
const score = (dangers: [string, string][], near: string[]) => {
  const found = dangers.map(([text, call]) => ({
    text,
    right: find(text).danger?.call === call,
    heard: find(text).danger !== null,
  }))
  const heard = found.filter((one) => one.heard).length
  const wrong = near.filter((text) => find(text).danger !== null).length
  return {
    recall: heard / dangers.length,
    precision: heard / (heard + wrong),
    number: found.filter((one) => one.right).length / heard,
  }
}

describe('danger in sentences the rules were not written from', () => {
  it('is found, with few false alarms and the right number', () => {
    const { recall, precision, number } = score(dangerHeldOut, harmlessHeldOut)
    expect(recall).toBeGreaterThan(0.95)
    expect(precision).toBeGreaterThan(0.97)
    expect(number).toBeGreaterThan(0.9)
  })

  it('is still found in what later rounds taught', () => {
    const { recall, precision } = score(
      laterDanger.map((text) => [text, '']),
      laterHarmless,
    )
    expect(recall).toBeGreaterThan(0.97)
    expect(precision).toBeGreaterThan(0.98)
  })
})

describe('the number to call', () => {
  it.each([
    ['有人要跳楼', 'suicide', '110'],
    ['他吞了一瓶安眠药', 'suicide', '120'],
    ['地铁里有人放了炸弹', 'explosion', '110'],
    ['有人持刀砍人', 'violence', '110'],
    ['三岁孩子在商场走丢了', 'missing', '110'],
    ['化工厂爆炸了', 'explosion', '119'],
    ['我家着火了', 'fire', '119'],
    ['厨房煤气泄漏了', 'gas', '119'],
    ['隔壁一氧化碳中毒了', 'gas', '120'],
    ['我们被困在电梯里', 'trapped', '119'],
    ['有人掉进河里了', 'drowning', '119'],
    ['墙塌了', 'collapse', '119'],
    ['有人触电了', 'electricShock', '120'],
    ['高压线断了掉在路上', 'electricShock', '119'],
    ['两车相撞', 'traffic', '122'],
    ['两车相撞，有人流血昏迷', 'traffic', '120'],
    ['我爸心脏病发作', 'injury', '120'],
  ])('%s: %s, %s', (text, kind, call) => {
    expect(find(text).danger).toMatchObject({ kind, call })
  })
})

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
