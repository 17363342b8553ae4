import { describe, expect, it } from 'vitest'
import { segmentsOf } from '../../../api/messages/sending/segments.rules.ts'
import { dangerAdvice } from '../../../api/notices/danger-advice.rules.ts'
import { citizenNotices, type Notice } from '../../../api/notices/notices.table.ts'
import { render } from '../../../api/notices/render.ts'
import { stateNames } from '../../../api/notices/state-names.ts'
import { dangers } from '../../../api/vocabulary/danger.ts'
import { ticketStates } from '../../../api/vocabulary/ticket.ts'

const timeZone = 'Asia/Shanghai'
const number = '260612345678'
const unit = { name: '水务局', nameEn: 'Water Bureau' }
const due = new Date('2026-06-07T16:30:00.000Z')
const advice = { kind: 'suicide', call: '110' } as const
const frequent: Notice[] = [
  { name: 'ticket.received', params: { number } },
  { name: 'ticket.supplemented', params: { number } },
  { name: 'ticket.dispatched', params: { number, unit, due } },
  { name: 'danger.new', params: { number, advice } },
  { name: 'danger.again', params: { number, advice } },
  { name: 'progress.one', params: { number, unit, due, state: 'handling' } },
  { name: 'urge.done', params: { number } },
  { name: 'urge.early', params: { number, state: 'handling' } },
  { name: 'withdraw.kept', params: { number } },
  { name: 'followUp.contacted', params: { number } },
  { name: 'followUp.solved' },
  { name: 'followUp.satisfied' },
]

describe('the table of notices', () => {
  it.each(frequent)('$name fits one segment in Chinese, two at most in English', (notice) => {
    const text = render(notice, { locale: 'zh', timeZone })
    expect(segmentsOf(text), text).toBe(1)
    expect(segmentsOf(render(notice, { locale: 'en', timeZone }))).toBeLessThanOrEqual(2)
  })

  it.each(Object.entries(citizenNotices))('%s asks for the same in both languages', (_, { zh, en }) => {
    const names = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted((a, b) => a.localeCompare(b))
    expect(names(zh)).toEqual(names(en))
  })

  it.each(Object.entries(citizenNotices))('%s leaves no bracket behind', (_, { zh, en }) => {
    for (const text of [zh, en]) {
      const rest = text.replaceAll(/\[\[[^[\]]*\]\]/g, '').replaceAll(/\{\w+\}/g, '')
      expect(rest).not.toMatch(/[{}[\]]{2}|\{/)
    }
  })

  it.each(dangers)('the first advice in %s names the number and leaves room for the rest', (kind) => {
    for (const [locale, segments] of [
      ['zh', 1],
      ['en', 2],
    ] as const) {
      expect(dangerAdvice(kind, '120', locale)).toContain('120')
      for (const name of ['danger.new', 'danger.again'] as const) {
        const text = render({ name, params: { number, advice: { kind, call: '120' } } }, { locale, timeZone })
        expect(segmentsOf(text), text).toBeLessThanOrEqual(segments)
      }
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
})
