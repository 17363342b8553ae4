import { describe, it, expect } from 'vitest'
import { lines } from '../../../scripts/sample-city/lines.ts'
import { matterLeaves } from '../../../scripts/sample-city/matters/index.ts'
import type { StorySeed } from '../../../scripts/sample-city/seed.types.ts'
import { stories } from '../../../scripts/sample-city/stories/index.ts'
import { units } from '../../../scripts/sample-city/units.ts'
import { repeated } from './repeated.ts'

const leafOf = new Map(matterLeaves.map((leaf) => [leaf.code, leaf]))
const levelOf = new Map(units.map(({ code, level }) => [code, level]))
const share = (fits: (story: StorySeed) => boolean) => stories.filter(fits).length / stories.length
const unanswered = new Set([
  'received',
  'awaitingDispatch',
  'dispatched',
  'handling',
  'withdrawn',
  'merged',
  'returning',
  'extending',
  'paused',
])
const plain = (text: string) => text.replace(/[\s\p{P}]/gu, '').toLowerCase()

describe('stories of the sample city', () => {
  it('are some 300, refer to what exists, and lie in a street or district', () => {
    expect(stories.length).toBeGreaterThanOrEqual(300)
    expect(stories.filter(({ matter }) => !leafOf.has(matter)).map(({ matter }) => matter)).toEqual([])
    const places = new Set(['district', 'street'])
    expect(stories.filter(({ area }) => !places.has(levelOf.get(area) ?? '')).map(({ area }) => area)).toEqual([])
    const published = new Set(lines.map(({ code }) => code))
    expect(stories.filter(({ line }) => !published.has(line))).toEqual([])
  })

  it('are about 70 % texts and 8 % English, and touch every domain', () => {
    expect(share(({ channel }) => channel === 'sms')).toBeCloseTo(0.7, 1)
    const english = share(({ text }) => !/\p{Script=Han}/u.test(text))
    expect(english).toBeGreaterThan(0.06)
    expect(english).toBeLessThan(0.1)
    const domain = (code: string) => code.split('.')[0]
    expect(new Set(stories.map(({ matter }) => domain(matter)))).toEqual(
      new Set(matterLeaves.map(({ code }) => domain(code))),
    )
  })

  it('go every path, half of them to a satisfied close', () => {
    const closed = share(({ path }) => path === 'closedSatisfied')
    expect(closed).toBeGreaterThan(0.45)
    expect(closed).toBeLessThan(0.6)
    const paths: StorySeed['path'][] = [
      'answeredDirectly',
      'closedDissatisfied',
      'redone',
      'noReply',
      'returned',
      'designated',
      'handling',
      'dispatched',
      'answered',
      'awaitingFollowUp',
      'awaitingDispatch',
      'received',
      'withdrawn',
      'declined',
      'extended',
      'merged',
      'returning',
      'extending',
      'paused',
    ]
    expect(paths.filter((path) => !stories.some((story) => story.path === path))).toEqual([])
  })

  it('carry an answer exactly where the request gets that far', () => {
    const wrong = stories.filter(({ path, answer }) => unanswered.has(path) !== (answer === ''))
    expect(wrong.map(({ text, path }) => `${path}: ${text}`)).toEqual([])
  })

  it('say nothing twice and nothing that the catalogue already says', () => {
    expect(repeated(stories.map(({ text }) => plain(text)))).toEqual([])
    expect(repeated(stories.flatMap(({ answer }) => answer || []))).toEqual([])
    const taught = new Set(matterLeaves.flatMap(({ examples, examplesEn }) => [...examples, ...examplesEn]).map(plain))
    expect(stories.filter(({ text }) => taught.has(plain(text)))).toEqual([])
  })

  it('have texts and answers of sane length', () => {
    expect(stories.filter(({ text }) => text.length < 10 || text.length > 500)).toEqual([])
    expect(stories.filter(({ answer }) => answer !== '' && (answer.length < 12 || answer.length > 400))).toEqual([])
    expect(stories.filter(({ place }) => place.length < 2 || place.length > 60)).toEqual([])
  })

  it('let a merged request join an earlier one of the same matter and area that can lead', () => {
    const orphans = stories.filter(({ path, matter, area }, at) => {
      const leads = (main: StorySeed) => main.matter === matter && main.area === area
      const main = stories.slice(0, at).findLast(leads)
      return path === 'merged' && (!main || ['merged', 'answeredDirectly', 'withdrawn', 'declined'].includes(main.path))
    })
    expect(orphans.map(({ text }) => text)).toEqual([])
  })

  it('answer on the spot only what is a question or a suggestion', () => {
    const wrong = stories.filter(
      ({ path, matter }) =>
        path === 'answeredDirectly' && !['inquiry', 'suggestion', 'help'].includes(leafOf.get(matter)?.kind ?? ''),
    )
    expect(wrong.map(({ text }) => text)).toEqual([])
  })
})
