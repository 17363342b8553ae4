import { describe, expect, it } from 'vitest'
import { phrases } from '../../../../api/calls/documents/phrases.ts'

describe('what the hotline says', () => {
  it('counts in both languages', () => {
    expect(phrases.ahead(0)).toEqual({ zh: '您是下一位，请稍候。', en: 'You are next. Please hold.' })
    expect(phrases.ahead(1).en).toBe('There is 1 caller ahead of you. Please hold.')
    expect(phrases.ahead(3)).toEqual({
      zh: '您前面还有3位市民在等候，请稍候。',
      en: 'There are 3 callers ahead of you. Please hold.',
    })
  })
  it('says the hours of a closed line', () => {
    const said = phrases.closed({ hours: { from: '08:30', to: '20:00', workingDaysOnly: true } })
    expect(said).toEqual({
      zh: '现在不在服务时间内。服务时间为工作日08:30至20:00。',
      en: 'This line is closed now. We are open on working days from 08:30 to 20:00.',
    })
  })
})
