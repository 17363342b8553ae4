import { describe, expect, it } from 'vitest'
import { actionOptions, auditActions } from '../../../console/audit/audit-actions.ts'
import { nameText, valueText, type AuditName } from '../../../console/audit/audit-words.ts'
import { changesOf, toQuestion } from '../../../console/audit/audit.models.ts'
import { en } from '../../../console/i18n/en/index.ts'
import type { zhCN } from '../../../console/i18n/zh-CN/index.ts'

const texts: Readonly<Record<string, string>> = en
const deps = {
  t: (key: keyof typeof zhCN) => texts[key] ?? key,
  maybe: (key: string) => texts[key],
  inLocale: <T>(_zh: T, english: T) => english,
  moment: (at: string) => `on ${at.slice(0, 10)}`,
  limit: ({ value, unit }: { value: number; unit: string }) => `${value} ${unit}`,
}
const unit: AuditName = { id: 'unt_0t1n0d29d2tm7pr4z2s7', kind: 'unit', name: '普陀区', nameEn: 'Putuo District' }
const ticket: AuditName = { id: 'tkt_0t1n0d29d2tm7pr4z2s7', kind: 'ticket', name: '261122072036', nameEn: null }
const row = { entity: 'ticket', names: [unit, ticket] }

describe('the acts to choose from', () => {
  const offered = (chosen: string) => actionOptions(['sign', 'dispatch'], chosen, deps)
  it('are all that have a word, each under what it is done to', () => {
    const words = Object.keys(texts).flatMap((key) => (key.startsWith('audit.did.') ? [key.slice(10)] : []))
    const listed = Object.entries(auditActions).flatMap(([group, names]) => names.map((name) => `${group}.${name}`))
    expect(listed.toSorted()).toEqual(words.toSorted())
    const headings = new Set(offered('').flatMap(({ value, heading }) => (heading ? [value] : [])))
    for (const { value, label, parent, heading } of offered('')) {
      expect(label, value).not.toBe('')
      if (!heading && value !== '') expect(headings, value).toContain(parent)
    }
  })
  it('name the acts on a ticket, and an unknown one by its code', () => {
    expect(offered('')).toContainEqual(
      expect.objectContaining({ value: 'ticket.sign', label: texts['done.sign'], parent: 'ticket' }),
    )
    expect(offered('').some(({ value }) => value === 'odd.one')).toBe(false)
    expect(offered('odd.one').at(-1)).toEqual({ value: 'odd.one', label: 'odd.one' })
  })
})

describe('what a record of the audit says', () => {
  it.each([
    [ticket, '2611 2207 2036'],
    [unit, 'Putuo District'],
    [{ ...unit, nameEn: null }, '普陀区'],
    [{ ...unit, kind: 'citizen' as const, name: '', nameEn: null }, 'Number withheld'],
  ])('names %o', (name, said) => {
    expect(nameText(name, deps)).toBe(said)
  })

  it.each([
    ['ticket', 'state', 'handling', texts['state.handling']],
    ['call', 'state', 'wrapUp', texts['call.wrapUp']],
    ['presence', 'state', 'break', texts['presence.break']],
    ['followUp', 'state', 'noReply', texts['audit.followUp.noReply']],
    ['ticket', 'stateBefore', 'paused', texts['state.paused']],
    ['staff', 'roles', ['agent', 'admin'], `${texts['role.agent']}, ${texts['role.admin']}`],
    ['ticket', 'leadUnitId', unit.id, 'Putuo District'],
    ['ticket', 'coUnitIds', [unit.id, 'unt_0t1n0d29d2tm7pr4z000'], 'Putuo District, unt_0t1n0d29d2tm7pr4z000'],
    ['ticket', 'dueAt', '2026-10-25T01:22:59.727Z', 'on 2026-10-25'],
    ['ticket', 'dueSort', '9999-12-31T00:00:00.000Z', '—'],
    ['followUp', 'solved', true, texts['ticket.yes']],
    ['followUp', 'grade', 5, texts['grade.5']],
    ['ticket', 'version', 7, '7'],
    ['ticket', 'clock', { limit: 5 }, '{"limit":5}'],
    [
      'ticket',
      'clock',
      { limit: { value: 5, unit: 'wd' }, dueAt: '2026-10-25T15:59:59.999Z', basis: '办法' },
      '5 wd, due on 2026-10-25',
    ],
    ['ticket', 'leadUnitId', null, '—'],
    ['unit', 'aliases', [], '—'],
  ])('of %s: %s %o is %s', (entity, field, value, said) => {
    expect(said).toBeDefined()
    expect(valueText({ ...row, entity }, field, value, deps)).toBe(said)
  })

  it('keeps both sides of each field, in the order written', () => {
    expect(changesOf({ state: 'a', gone: 1 }, { state: 'b', come: 2 })).toEqual([
      { field: 'state', before: 'a', after: 'b' },
      { field: 'gone', before: 1, after: undefined },
      { field: 'come', before: undefined, after: 2 },
    ])
    expect(changesOf(null, null)).toEqual([])
  })

  it('asks for a ticket by the number as it is said, and leaves out what is empty or broken', () => {
    const none = { entity: '', id: '', who: '', action: '', from: '', to: '' }
    expect(toQuestion({ ...none, id: ' 2611 2207 2036 ' })).toEqual({ entityId: '261122072036' })
    expect(toQuestion({ ...none, from: '2026-02-30x', to: '2026-10-01' })).toEqual({ to: '2026-10-01T16:00:00.000Z' })
    expect(toQuestion(none)).toEqual({})
  })
})
