import { describe, it, expect } from 'vitest'
import { kinds, limitUnits, urgencies } from '../../../api/vocabulary/catalogue.ts'
import { articles } from '../../../scripts/sample-city/knowledge.ts'
import { limits } from '../../../scripts/sample-city/limits.ts'
import { matterLeaves, matterNodes } from '../../../scripts/sample-city/matters/index.ts'
import { stories } from '../../../scripts/sample-city/stories/index.ts'
import { units } from '../../../scripts/sample-city/units.ts'
import { repeated } from './repeated.ts'

const unitCodes = new Set(units.map(({ code }) => code))
const parentOf = (code: string) => code.split('.').slice(0, -1).join('.')
const plain = (text: string) => text.replace(/[\s\p{P}]/gu, '').toLowerCase()
const chinese = /\p{Script=Han}/u

describe('catalogue of the sample city', () => {
  it('has three levels, 14 domains or more and at least 150 leaves', () => {
    expect(matterNodes.filter(({ code }) => !code.includes('.')).length).toBeGreaterThanOrEqual(14)
    expect(matterLeaves.length).toBeGreaterThanOrEqual(150)
    expect(matterLeaves.filter(({ code }) => !/^[a-z-]+(\.[a-z-]+){2}$/.test(code))).toEqual([])
    expect(matterNodes.filter(({ code }) => !/^[a-z-]+(\.[a-z-]+)?$/.test(code))).toEqual([])
  })

  it('has unique codes and every parent before its children', () => {
    expect(repeated([...matterNodes, ...matterLeaves].map(({ code }) => code))).toEqual([])
    const known = new Set([''])
    for (const { code } of [...matterNodes, ...matterLeaves]) {
      expect(known.has(parentOf(code)), code).toBe(true)
      known.add(code)
    }
  })

  it('leaves no group empty and names every node in both languages', () => {
    const groups = matterNodes.filter(({ code }) => code.includes('.'))
    expect(groups.filter(({ code }) => !matterLeaves.some((leaf) => parentOf(leaf.code) === code))).toEqual([])
    const unnamed = [...matterNodes, ...matterLeaves].filter(
      ({ name, nameEn }) => !chinese.test(name) || chinese.test(nameEn) || nameEn === '',
    )
    expect(unnamed).toEqual([])
  })

  it('routes every leaf to a unit that exists', () => {
    const lost = matterLeaves.filter(({ route, unit }) => (unit === null ? route === 'unit' : !unitCodes.has(unit)))
    expect(lost).toEqual([])
  })

  it('gives every leaf 8 Chinese and 4 English sentences of sane length, none twice in the catalogue', () => {
    expect(
      matterLeaves
        .filter(({ examples, examplesEn }) => examples.length < 8 || examplesEn.length < 4)
        .map(({ code }) => code),
    ).toEqual([])
    const zh = matterLeaves.flatMap(({ examples }) => examples)
    const en = matterLeaves.flatMap(({ examplesEn }) => examplesEn)
    expect(zh.filter((text) => !chinese.test(text) || text.length < 4 || text.length > 200)).toEqual([])
    expect(en.filter((text) => chinese.test(text) || text.length < 12 || text.length > 300)).toEqual([])
    expect(repeated([...zh, ...en].map(plain))).toEqual([])
  })

  it('spreads over every kind, route and urgency', () => {
    expect(new Set(matterLeaves.map(({ kind }) => kind))).toEqual(new Set(kinds))
    expect(new Set(matterLeaves.map(({ urgency }) => urgency))).toEqual(new Set(urgencies))
    expect(new Set(matterLeaves.map(({ route }) => route))).toEqual(new Set(['unit', 'district', 'street']))
  })

  it('names the basis and grade of every limit of its own, and marks C and D as no law', () => {
    const own = matterLeaves.flatMap(({ limit }) => limit ?? [])
    expect(own.length).toBeGreaterThan(10)
    for (const limit of own) {
      expect(limit.value).toBeGreaterThan(0)
      expect(limit.basis.length).toBeGreaterThan(8)
      if (limit.grade === 'C') expect(`${limit.basis}${limit.basisEn}`).toMatch(/未经核实.*unverified/s)
    }
  })

  it('gives water, power and gas faults 24 hours, and leaves a gas smell to the shorter critical limit', () => {
    const faults = matterLeaves.filter(
      ({ code, kind, urgency }) =>
        /^utilities\.(water|power|gas)\./.test(code) && kind !== 'inquiry' && urgency !== 'critical',
    )
    expect(faults.filter(({ limit }) => limit?.value !== 24 || limit.unit !== 'h').map(({ code }) => code)).toEqual([])
    const smell = matterLeaves.find(({ code }) => code === 'utilities.gas.gas-smell')
    expect(smell).toMatchObject({ urgency: 'critical', limit: null })
  })
})

describe('general limits', () => {
  it('leave one row for every kind and urgency', () => {
    const key = (kind: string | null, urgency: string | null) => `${kind}/${urgency}`
    expect(repeated(limits.map(({ kind, urgency }) => key(kind, urgency)))).toEqual([])
    const weight = (kind: string | null, urgency: string | null) => Number(kind !== null) + Number(urgency !== null)
    for (const kind of kinds)
      for (const urgency of urgencies) {
        const fitting = limits.filter((row) => (row.kind ?? kind) === kind && (row.urgency ?? urgency) === urgency)
        const best = Math.max(...fitting.map((row) => weight(row.kind, row.urgency)))
        expect(
          fitting.filter((row) => weight(row.kind, row.urgency) === best),
          key(kind, urgency),
        ).toHaveLength(1)
      }
  })

  it('claim no grade that the text does not carry', () => {
    expect(limits.filter(({ unit }) => !limitUnits.includes(unit))).toEqual([])
    expect(limits.filter(({ grade }) => grade !== 'C' && grade !== 'D')).toEqual([])
    expect(limits.filter(({ grade, basis }) => grade === 'C' && !basis.includes('未经核实'))).toEqual([])
    expect(limits.filter(({ grade, basis }) => grade === 'D' && !basis.includes('默认值'))).toEqual([])
  })
})

describe('knowledge starters', () => {
  it('are at least 40, each with an existing matter and owner, marked as samples', () => {
    const leaves = new Set(matterLeaves.map(({ code }) => code))
    expect(articles.length).toBeGreaterThanOrEqual(40)
    expect(repeated(articles.map(({ slug }) => slug))).toEqual([])
    expect(repeated(articles.map(({ title }) => title))).toEqual([])
    expect(
      articles.filter(({ matter, unit }) => !leaves.has(matter) || !unitCodes.has(unit)).map(({ slug }) => slug),
    ).toEqual([])
    expect(articles.filter(({ body }) => body.length < 60 || body.length > 400 || !body.includes('示例'))).toEqual([])
    expect(articles.filter(({ validDays }) => validDays < 30 || validDays > 730)).toEqual([])
  })
})

describe('sample texts', () => {
  it('hold no phone number but the emergency and service numbers', () => {
    const texts = [
      ...matterLeaves.flatMap(({ examples, examplesEn }) => [...examples, ...examplesEn]),
      ...articles.map(({ body }) => body),
      ...stories.flatMap(({ text, answer, place }) => [text, answer, place]),
    ]
    const allowed = new Set(['12345', '12319', '12333', '12315'])
    const found = texts.flatMap((text) => text.match(/\d[\d -]{5,}\d|\d{5,}/g) ?? []).filter((run) => !allowed.has(run))
    expect(found).toEqual([])
  })
})
