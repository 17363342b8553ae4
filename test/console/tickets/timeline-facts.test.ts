import { describe, expect, it } from 'vitest'
import { attemptOutcomes } from '../../../api/vocabulary/follow-up.ts'
import { en } from '../../../console/i18n/en/index.ts'
import { zhCN } from '../../../console/i18n/zh-CN/index.ts'
import { entryFacts } from '../../../console/tickets/timeline-facts.ts'

describe.each([
  ['zh-CN', zhCN, ['无人接听', '稍后再拨', '拒绝回访']],
  ['en', en, ['Nobody answered', 'Call later', 'Refused']],
])('what the timeline says of a follow-up call without answers, %s', (_, dictionary, words) => {
  const facts = (outcome: unknown) => {
    const text = (key: string) => Object.entries(dictionary).find(([known]) => known === key)?.[1]
    return entryFacts(
      { type: 'followUpAttempt', data: { outcome } },
      {
        t: () => 'not asked for',
        maybe: text,
        format: { due: String, moment: String },
        unitName: String,
        comma: ', ',
        limit: () => '',
      },
    )
  }
  it('is no code', () => expect(attemptOutcomes.flatMap(facts)).toEqual(words))
  it('is nothing where the entry says nothing', () => expect(facts(undefined)).toEqual([]))
})
