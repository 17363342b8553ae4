import { describe, expect, it } from 'vitest'
import { dayText, localParams } from '../../../api/notices/local-params.ts'
import { cut, segmentsOf } from '../../../api/messages/sending/segments.rules.ts'
import { dangerAdvice, isTextName, renderText, stateNames, texts, type TextName } from '../../../api/notices/texts.ts'
import { dangers } from '../../../api/vocabulary/danger.ts'
import { ticketStates } from '../../../api/vocabulary/ticket.ts'

const params = {
  number: '2606 1234 5678',
  main: '2606 1234 5678',
  unit: '水务局',
  due: '6月8日',
  advice: dangerAdvice('suicide', '110', 'zh'),
  count: '3',
  last: '3',
  state: '办理中',
}
const frequent: TextName[] = [
  'ticket.received',
  'ticket.supplemented',
  'ticket.dispatched',
  'danger.new',
  'danger.again',
  'progress.one',
  'urge.done',
  'urge.early',
  'withdraw.kept',
  'followUp.contacted',
  'followUp.solved',
  'followUp.satisfied',
]

describe('texts', () => {
  it.each(frequent)('%s fits one segment in Chinese, two at most in English', (name) => {
    expect(segmentsOf(renderText(name, 'zh', params)), renderText(name, 'zh', params)).toBe(1)
    expect(
      segmentsOf(renderText(name, 'en', { ...params, unit: 'Water Bureau', due: '8 June', state: 'being handled' })),
    ).toBeLessThanOrEqual(2)
  })

  it.each(Object.keys(texts).filter(isTextName))(
    '%s asks for the same in both languages, and leaves no bracket behind',
    (name) => {
      const keys = (text: string) =>
        [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key))].toSorted((a, b) => a.localeCompare(b))
      expect(keys(texts[name].zh)).toEqual(keys(texts[name].en))
      for (const locale of ['zh', 'en'] as const) expect(renderText(name, locale, {})).not.toMatch(/[{}[\]]{2}|\{/)
    },
  )

  it('leaves a part out when its parameter is missing, and reads no parameter as a template', () => {
    expect(renderText('ticket.dispatched', 'zh', { number: '1', unit: '水务局' })).toBe(
      '您的工单1已派发至水务局办理。回复“进度”可随时查询。',
    )
    expect(renderText('ticket.answered', 'zh', { number: '1', answer: '{number} [[x]]' })).toBe(
      '您的工单1已有答复：{number} [[x]]',
    )
  })

  it.each(dangers)('the first advice in %s names the number and leaves room for the rest', (kind) => {
    for (const [locale, segments] of [
      ['zh', 1],
      ['en', 2],
    ] as const) {
      const advice = dangerAdvice(kind, '120', locale)
      expect(advice).toContain('120')
      for (const name of ['danger.new', 'danger.again'] as const)
        expect(segmentsOf(renderText(name, locale, { ...params, advice })), name).toBeLessThanOrEqual(segments)
    }
  })

  it('sends nobody who thinks of suicide to a safe place', () => {
    expect(dangerAdvice('suicide', '110', 'zh')).toMatch(/110.*12356/)
    expect(dangerAdvice('suicide', '110', 'zh')).not.toContain('撤')
    expect(dangerAdvice('gas', '119', 'zh')).toContain('明火')
  })

  it('names every state', () => {
    for (const state of ticketStates) expect(stateNames[state].zh).not.toBe('')
  })

  it('makes parameters ready for a language', () => {
    const given = {
      number: '260612345678',
      unit: '水务局',
      unitEn: 'Water Bureau',
      due: '2026-06-07T16:30:00.000Z',
      answer: '已修好',
    }
    expect(localParams(given, 'zh', 'Asia/Shanghai')).toMatchObject({
      number: '2606 1234 5678',
      unit: '水务局',
      due: '6月8日',
      answer: '已修好',
    })
    expect(localParams(given, 'en', 'Asia/Shanghai')).toMatchObject({ unit: 'Water Bureau', due: '8 Jun' })
    expect(dayText(new Date('2026-06-07T15:30:00.000Z'), 'zh', 'Asia/Shanghai')).toBe('6月7日')
  })
})

describe('segments', () => {
  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['好'.repeat(70), 1],
    ['好'.repeat(71), 2],
    ['好'.repeat(134), 2],
    ['好'.repeat(135), 3],
    ['👋'.repeat(35), 1],
    ['👋'.repeat(36), 2],
    ['', 1],
  ])('counts them', (text, count) => {
    expect(segmentsOf(text)).toBe(count)
  })

  it('cuts between characters', () => {
    expect(cut('一二三四', 3)).toBe('一二…')
    expect(cut('a👋b', 3)).toBe('a…')
    expect(cut('短', 3)).toBe('短')
  })
})
