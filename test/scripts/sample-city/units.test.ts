import { describe, it, expect } from 'vitest'
import { lines } from '../../../scripts/sample-city/lines.ts'
import { staff } from '../../../scripts/sample-city/staff.ts'
import { stories } from '../../../scripts/sample-city/stories/index.ts'
import { units } from '../../../scripts/sample-city/units.ts'
import { roles } from '../../../api/vocabulary/directory.ts'
import { repeated } from './repeated.ts'

const childrenOf = (parent: string) => units.filter((unit) => unit.parent === parent)
const parentLevel = { city: null, district: 'city', bureau: 'city', enterprise: 'city', street: 'district' } as const

describe('units of the sample city', () => {
  it('have unique codes, names and phones', () => {
    expect(repeated(units.map(({ code }) => code))).toEqual([])
    expect(repeated(units.map(({ name }) => name))).toEqual([])
    expect(repeated(units.map(({ dutyPhone }) => dutyPhone))).toEqual([])
  })

  it('stand under a parent of the right level, which comes before them', () => {
    const before = new Map<string, string>()
    for (const { code, parent, level } of units) {
      expect(parent === null ? null : before.get(parent), code).toBe(parentLevel[level])
      before.set(code, level)
    }
  })

  it('cover 16 districts, about 30 bureaus and enterprises, and the streets of the named districts', () => {
    expect(units.filter(({ level }) => level === 'district')).toHaveLength(16)
    expect(units.filter(({ level }) => level === 'bureau' || level === 'enterprise').length).toBeGreaterThanOrEqual(30)
    expect(['putuo', 'xuhui', 'yangpu', 'huangpu'].map((code) => childrenOf(code).length)).toEqual([10, 13, 12, 10])
  })

  it('give every alias to one unit only', () => {
    expect(repeated(units.flatMap(({ aliases }) => aliases))).toEqual([])
  })

  it('lie in the city, by their coordinates', () => {
    const outside = units.filter(({ lat, lon }) => lat < 30.6 || lat > 31.9 || lon < 120.8 || lon > 122.3)
    expect(outside.map(({ code }) => code)).toEqual([])
  })
})

describe('numbers of the sample city', () => {
  it('are all of the invented ranges', () => {
    expect(units.filter(({ dutyPhone }) => !/^\+86215550\d{4}$/.test(dutyPhone))).toEqual([])
    expect(lines.map(({ code, number }) => [code, number])).toEqual([
      ['12345', '+862155512345'],
      ['12319', '+862155512319'],
      ['12333', '+862155512333'],
      ['12315', '+862155512315'],
      ['114', '+862155500114'],
    ])
  })

  it('no line rings at a duty desk', () => {
    const desks = new Set(units.map(({ dutyPhone }) => dutyPhone))
    expect(lines.filter(({ number }) => desks.has(number))).toEqual([])
  })

  it('12345 never closes, and every line warns of the recording in both languages', () => {
    expect(lines.find(({ code }) => code === '12345')?.hours).toBeNull()
    expect(
      lines.filter((line) => !line.recordingNotice.includes('录音') || !line.recordingNoticeEn.includes('recorded')),
    ).toEqual([])
  })
})

describe('staff of the sample city', () => {
  const of = (role: string) => staff.filter((person) => person.roles.some((held) => held === role))

  it('have unique usernames, names and extensions in an existing unit', () => {
    expect(repeated(staff.map(({ username }) => username))).toEqual([])
    expect(repeated(staff.map(({ name }) => name))).toEqual([])
    expect(repeated(staff.map(({ extension }) => extension))).toEqual([])
    const codes = new Set(units.map(({ code }) => code))
    expect(staff.filter(({ unit }) => !codes.has(unit))).toEqual([])
  })

  it('fill every role, the hotline its own in full', () => {
    expect(roles.filter((role) => of(role).length === 0)).toEqual([])
    expect(of('agent').length).toBeGreaterThanOrEqual(6)
    for (const role of ['dispatcher', 'reviewer', 'followUp']) expect(of(role).length).toBeGreaterThanOrEqual(2)
    const hotline = staff.filter(({ roles: held }) => !held.includes('unitStaff') && !held.includes('unitHead'))
    expect(new Set(hotline.map(({ unit }) => unit))).toEqual(new Set(['city']))
  })

  it('give every unit a handler and a head', () => {
    const missing = units.filter(
      ({ code }) =>
        !of('unitStaff').some((person) => person.unit === code && person.username === `${code}-1`) ||
        !of('unitHead').some((person) => person.unit === code && person.username === `${code}-head`),
    )
    expect(missing.map(({ code }) => code)).toEqual([])
  })

  it('include someone at every place of a story', () => {
    const staffed = new Set(staff.map(({ unit }) => unit))
    expect(stories.filter(({ area }) => !staffed.has(area))).toEqual([])
  })
})
