import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTriage } from '../../../api/triage/triage.ts'
import { areas, build, matters } from './sample-triage.ts'

/** Every UTF-16 code unit: NUL, lone surrogates, anything. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
const triage = build()

describe('a proposal', () => {
  it.each([
    ['我家门口路灯不亮，麻烦来修', 'road.lamp', 'help', 'zh'],
    ['小区外面的窨井盖不见了', 'road.manhole', 'help', 'zh'],
    ['投诉工地夜里施工太吵', 'noise.building', 'complaint', 'zh'],
    ['请问租房提取公积金怎么办理', 'fund.withdraw', 'inquiry', 'zh'],
    ['我要举报一家店卖假酒', 'market.fake', 'violationReport', 'zh'],
    ['The street lights on my road are out', 'road.lamp', 'help', 'en'],
    ['How can I withdraw from the provident fund?', 'fund.withdraw', 'inquiry', 'en'],
    ['construction site is very noisy at night', 'noise.building', 'complaint', 'en'],
  ])('%s → %s, %s', (text, code, kind, language) => {
    const proposal = triage.propose(text)
    expect(proposal.matters[0]?.code).toBe(code)
    expect(proposal.kind?.value).toBe(kind)
    expect(proposal.language).toBe(language)
    expect(proposal.danger).toBeNull()
  })

  it('says which words spoke for the matter', () => {
    expect(triage.propose('我家门口路灯不亮').matters[0]?.why.join('')).toContain('路灯')
    expect(triage.propose('the manhole cover is missing').matters[0]?.why.join(' ')).toContain('manhole')
    for (const guess of triage.propose('路灯不亮，井盖没了，工地太吵').matters)
      expect(guess.why.length).toBeLessThanOrEqual(5)
  })

  it('is sure of what it knows and not of what it does not', () => {
    const known = triage.propose('路灯不亮了').matters[0]?.confidence ?? 0
    const strange = triage.propose('量子计算机的拓扑绝缘体相变').matters[0]?.confidence ?? 1
    expect(known).toBeGreaterThan(strange + 0.2)
    expect(triage.propose('qwertz uiop').confident).toBe(false)
    expect(triage.propose('').confident).toBe(false)
  })

  it('a person decides below the threshold, and always where there is danger', () => {
    const { matters: found } = triage.propose('路灯不亮了')
    const first = found[0]?.confidence ?? 0
    expect(build([], first - 0.01).propose('路灯不亮了').confident).toBe(true)
    expect(build([], first + 0.01).propose('路灯不亮了').confident).toBe(false)
    expect(build([], 0.01).propose('厨房天然气泄漏').confident).toBe(false)
  })

  it('danger comes with its number and makes the request critical', () => {
    const proposal = triage.propose('长风新村15号楼道闻到很重的煤气味')
    expect(proposal.danger).toMatchObject({ kind: 'gas', call: '119' })
    expect(proposal.urgency.value).toBe('critical')
    expect(proposal.matters[0]?.code).toBe('gas.leak')
  })

  it('a suggestion about a matter of help is a suggestion', () => {
    expect(triage.propose('建议弄堂里增加路灯').kind?.value).toBe('suggestion')
  })
})

describe('the unit', () => {
  it.each([
    ['长风新村的路灯不亮了', { id: 'changfeng', copies: ['putuo'], why: 'streetOfPlace' }],
    ['普陀区有一处路灯不亮了', { id: 'putuo', copies: [], why: 'districtOfPlace' }],
    ['长风新村马路中间井盖没了', { id: 'putuo', copies: [], why: 'districtOfPlace' }],
    ['路灯不亮了', null],
    ['长风新村工地半夜还在施工', { id: 'environment', copies: [], why: 'matterUnit' }],
    ['qwertz uiop', null],
  ])('%s', (text, unit) => {
    expect(triage.propose(text).unit).toEqual(unit)
  })
})

describe('learning', () => {
  const texts = ['小广告贴满楼道', '电线杆上全是小广告', '墙上又被刷了小广告', '楼道里办证小广告清理一下']
  it('moves a prediction at once', () => {
    const one = build()
    const before = one.propose('楼道墙上全是小广告').matters.find(({ code }) => code === 'market.fake')?.confidence ?? 0
    for (const text of texts) one.learn({ text, matterCode: 'market.fake' })
    const after = one.propose('楼道墙上全是小广告').matters[0]
    expect(after?.code).toBe('market.fake')
    expect(after?.confidence).toBeGreaterThan(before)
    expect(one.propose('路灯不亮了').matters[0]?.code).toBe('road.lamp')
  })

  it('from filed texts at the start does the same', () => {
    expect(
      build(texts.map((text) => ({ text, matterCode: 'market.fake' }))).propose('楼道墙上全是小广告').matters[0]?.code,
    ).toBe('market.fake')
  })

  it('passes over a matter that is no longer in the catalogue', () => {
    const one = build([{ text: '路灯不亮', matterCode: 'gone' }])
    const before = one.propose('路灯不亮')
    one.learn({ text: '路灯不亮', matterCode: 'gone' })
    expect(one.propose('路灯不亮')).toEqual(before)
  })

  it('stays honest: told 80 %, right in about 80 of 100, when people file at odds with the words', () => {
    const one = build()
    // One filed text in four goes to another matter, whatever it says.
    const cases = Array.from({ length: 600 }, (_, i) => {
      const right = matters[i % matters.length]
      const filedAs = i % 4 === 3 ? matters[(i * 5 + 1) % matters.length] : right
      return {
        text: `${right?.examples[i % 4] ?? ''}${['', '请尽快', '好几天了', '麻烦处理'][(i >> 2) % 4]}`,
        matterCode: filedAs?.code ?? '',
      }
    })
    for (const example of cases.slice(0, 400)) one.learn(example)
    const late = cases.slice(400).map((example) => {
      const first = one.propose(example.text).matters[0]
      one.learn(example)
      return { said: first?.confidence ?? 0, right: first?.code === example.matterCode }
    })
    const said = late.reduce((sum, { said: p }) => sum + p, 0) / late.length
    const right = late.filter((outcome) => outcome.right).length / late.length
    expect(Math.abs(said - right)).toBeLessThan(0.08)
  })
})

describe('likeness', () => {
  it('is high for the same grievance, low for another, and symmetric', () => {
    const [a, b, c] = ['长风新村门口的路灯不亮了', '路灯不亮，长风新村门口', '公积金提取需要什么材料']
    expect(triage.likeness(a, b)).toBeGreaterThan(0.6)
    expect(triage.likeness(a, c)).toBeLessThan(0.15)
    expect(triage.likeness(a, b)).toBeCloseTo(triage.likeness(b, a), 10)
    expect(triage.likeness(a, a)).toBe(1)
    expect(triage.likeness('', '')).toBe(0)
  })
})

describe('an empty city', () => {
  const empty = createTriage({ matters: [], areas: [], filed: [] })
  it('proposes nothing but still finds danger and kind', () => {
    expect(empty.propose('路灯不亮')).toMatchObject({ matters: [], unit: null, place: null, confident: false })
    expect(empty.propose('楼上着火了').danger?.call).toBe('119')
    expect(empty.propose('请问怎么办理居住证').kind?.value).toBe('inquiry')
    expect(empty.propose('嗯').kind).toBeNull()
  })
  it('a single matter is proposed', () => {
    const one = createTriage({ matters: matters.slice(0, 1), areas, filed: [] })
    expect(one.propose('路灯不亮').matters).toHaveLength(1)
  })
})

describe('any text', () => {
  const hostile = [
    '',
    ' ',
    '\u0000\u0000',
    '\ud800',
    'a\u0000路灯\u0000不亮',
    '\u202e‮תרומה',
    'مرحبا بالعالم',
    '😀👨‍👩‍👧‍👦'.repeat(50),
    'e\u0301'.repeat(500),
    '%s%n${x}<script>',
    '１２３４５',
    'constructor __proto__ toString',
  ]

  it('gives a well-formed proposal and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: anyUnit, maxLength: 60 }), fc.constantFrom(...hostile)), (text) => {
        const { matters: found, kind } = triage.propose(text)
        expect(found).toHaveLength(3)
        const confidences = found.map(({ confidence }) => confidence)
        expect([...confidences].sort((a, b) => b - a)).toEqual(confidences)
        expect(confidences.every((p) => p >= 0 && p <= 1)).toBe(true)
        expect(confidences.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1 + 1e-9)
        if (kind) expect(kind.confidence > 0 && kind.confidence <= 1).toBe(true)
        const like = triage.likeness(text, '路灯不亮')
        expect(like >= 0 && like <= 1).toBe(true)
      }),
    )
  })

  it('can be learnt', () => {
    const one = build()
    for (const text of hostile) expect(() => one.learn({ text, matterCode: 'road.lamp' })).not.toThrow()
    expect(one.propose('公积金怎么提取').matters[0]?.code).toBe('fund.withdraw')
  })

  it('gives the same proposal for the same text, built twice', () => {
    const twin = build()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        expect(twin.propose(text)).toEqual(triage.propose(text))
      }),
      { numRuns: 30 },
    )
  })

  it('a megabyte costs no more than a page', () => {
    const began = process.cpuUsage()
    for (const unit of ['路', '路灯不亮，', 'street light ', '\u0000', '没有着火', '1弄', 'ﷺ'])
      triage.propose(unit.repeat(1_000_000 / unit.length))
    expect(process.cpuUsage(began).user).toBeLessThan(1_500_000)
  })

  it('reads through NUL, full width and capitals', () => {
    expect(triage.propose('路灯\u0000不亮，ＳＴＲＥＥＴ　ＬＩＧＨＴ').matters[0]?.code).toBe('road.lamp')
  })

  it('reads traditional characters as simplified ones, and shows words and places as they were written', () => {
    const [simple, traditional] = ['长宁区路灯不亮，煤气泄漏了', '長寧區路燈不亮，煤氣洩漏了'].map((text) =>
      triage.propose(text),
    )
    expect(traditional?.matters.map(({ code, confidence }) => [code, confidence])).toEqual(
      simple?.matters.map(({ code, confidence }) => [code, confidence]),
    )
    expect(traditional?.danger).toEqual({ ...simple?.danger, words: ['煤氣洩漏了'] })
    expect(traditional?.matters[0]?.why.join()).toContain('氣')
    expect(traditional?.place).toEqual({ ...simple?.place, text: '長寧區' })
  })
})
