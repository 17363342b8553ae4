import { describe, expect, it } from 'vitest'
import { dayText, dueText } from '../../../api/notices/format.ts'
import type { Notice } from '../../../api/notices/notices.table.ts'
import { render } from '../../../api/notices/render.ts'

const timeZone = 'Asia/Shanghai'
const zh = { locale: 'zh', timeZone } as const
const en = { locale: 'en', timeZone } as const
const unit = { name: '水务局', nameEn: 'Water Bureau' }
const due = new Date('2026-06-07T16:30:00.000Z')

describe('a notice in words', () => {
  it('leaves a part out when its parameter is missing, and reads no parameter as a template', () => {
    expect(render({ name: 'ticket.dispatched', params: { number: '1', unit } }, zh)).toBe(
      '您的工单1已派发至水务局办理。回复“进度”可随时查询。',
    )
    expect(render({ name: 'ticket.answered', params: { number: '1', answer: '{number} [[x]]' } }, zh)).toBe(
      '您的工单1已有答复：{number} [[x]]',
    )
    expect(render({ name: 'call.callback', params: { line: { name: '', nameEn: '' } } }, zh)).toContain('您拨打的来电')
  })

  it('writes numbers, names, days and states as the language and the city do', () => {
    const notice: Notice = { name: 'progress.one', params: { number: '260612345678', state: 'handling', unit, due } }
    expect(render(notice, zh)).toBe('工单2606 1234 5678：办理中，承办单位：水务局，预计6月8日00:30前答复。')
    expect(render(notice, en)).toBe(
      'Request 2606 1234 5678: being handled, with Water Bureau, answer due by 8 Jun, 00:30.',
    )
    expect(dayText(new Date('2026-06-07T15:30:00.000Z'), zh)).toBe('6月7日')
  })

  it('leaves as it is what somebody wrote, whatever it looks like', () => {
    const answer = '260612345678 2026-06-07T16:30:00.000Z'
    expect(render({ name: 'ticket.answeredDirectly', params: { number: '1', answer } }, zh)).toBe(
      `您的工单1答复如下：${answer}`,
    )
    expect(render({ name: 'ticket.answeredDirectly', params: { number: '1', answer: '260612345678' } }, zh)).toContain(
      '260612345678',
    )
  })

  it('takes exactly the parameters that its words ask for', () => {
    const wrong: Notice[] = [
      // @ts-expect-error the answer is missing
      { name: 'ticket.answered', params: { number: '1', unit } },
      // @ts-expect-error no words name an officer
      { name: 'urge.done', params: { number: '1', officer: '王' } },
      // @ts-expect-error a day is given as a moment, not as it is read
      { name: 'ticket.extended', params: { number: '1', due: '6月8日' } },
      // @ts-expect-error no text has this name
      { name: 'ticket.forgotten' },
    ]
    expect(wrong).toHaveLength(4)
  })
})

describe('when a limit ends, in a text', () => {
  const at = {
    zh: { locale: 'zh', timeZone: 'Asia/Shanghai' },
    en: { locale: 'en', timeZone: 'Asia/Shanghai' },
  } as const
  it.each([
    ['a day’s limit ends with its day', '2026-06-05T15:59:59.999Z', '6月5日', '5 Jun'],
    ['midnight is the day that ends', '2026-06-05T16:00:00.000Z', '6月5日', '5 Jun'],
    ['a limit in hours names its hour', '2026-06-05T06:05:00.000Z', '6月5日14:05', '5 Jun, 14:05'],
    ['also just after midnight', '2026-06-05T16:01:00.000Z', '6月6日00:01', '6 Jun, 00:01'],
  ])('%s', (_, instant, zh, en) => {
    expect(dueText(new Date(instant), at.zh)).toBe(zh)
    expect(dueText(new Date(instant), at.en)).toBe(en)
  })
  it('is by the city’s clock', () => {
    const urumqi = { locale: 'zh', timeZone: 'Asia/Urumqi' } as const
    expect(dueText(new Date('2026-06-05T15:59:59.999Z'), urumqi)).toBe('6月5日21:59')
  })
})
