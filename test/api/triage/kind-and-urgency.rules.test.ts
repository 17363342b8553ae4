import { describe, expect, it } from 'vitest'
import { findDanger } from '../../../api/triage/danger/danger.rules.ts'
import { findKind } from '../../../api/triage/kind.rules.ts'
import { languageOf } from '../../../api/triage/text.rules.ts'
import { findUrgency } from '../../../api/triage/urgency.rules.ts'

describe('the kind by turns of speech alone', () => {
  it.each([
    ['请问居住证怎么办理', 'inquiry'],
    ['公积金需要什么材料', 'inquiry'],
    ['how do i renew my permit', 'inquiry'],
    ['where can i pay the fine', 'inquiry'],
    ['我要投诉物业', 'complaint'],
    ['司机态度恶劣还骂人', 'complaint'],
    ['i want to complain about the bus driver', 'complaint'],
    ['举报黑作坊', 'violationReport'],
    ['实名举报偷税', 'violationReport'],
    ['i want to report an illegal dump', 'violationReport'],
    ['建议增设红绿灯', 'suggestion'],
    ['希望能延长运营时间', 'suggestion'],
    ['i suggest adding a bus stop', 'suggestion'],
    ['水管漏了请派人来修', 'help'],
    ['please send someone to fix the lamp', 'help'],
  ])('%s: %s', (text, kind) => {
    expect(findKind(text, null)?.value).toBe(kind)
  })

  it('is nothing without a cue and without a matter', () => {
    expect(findKind('路灯', null)).toBeNull()
  })

  it('follows the matter without a cue, and yields to a strong cue', () => {
    const help = { inquiry: 0, help: 1, complaint: 0, violationReport: 0, suggestion: 0 }
    expect(findKind('路灯', help)).toMatchObject({ value: 'help' })
    expect(findKind('路灯什么时候修好，我要投诉', help)).toMatchObject({ value: 'complaint' })
    expect(findKind('路灯', help)?.confidence).toBeGreaterThan(0.7)
  })
})

describe('the urgency', () => {
  const urgency = (text: string, matter: 'normal' | 'urgent' | 'critical' = 'normal') =>
    findUrgency(text, matter, findDanger(text))
  it.each([
    ['路灯不亮', 'normal'],
    ['整个小区停水', 'urgent'],
    ['已经停电两天了', 'urgent'],
    ['水管爆了', 'urgent'],
    ['窨井盖没了', 'urgent'],
    ['红绿灯坏了', 'urgent'],
    ['飞线充电容易引起火灾', 'urgent'],
    ['家里着火了', 'critical'],
    ['不着急，有空来看看', 'normal'],
    ['the traffic light is out', 'urgent'],
    ['burst water main', 'urgent'],
  ])('%s: %s', (text, value) => {
    expect(urgency(text).value).toBe(value)
  })

  it('never falls below what the matter says, and says why it rises', () => {
    expect(urgency('有点慢', 'critical').value).toBe('critical')
    expect(urgency('水管爆了').why).toEqual(['水管爆了'])
    expect(urgency('路灯不亮').why).toEqual([])
  })
})

describe('the language', () => {
  it.each([
    ['路灯不亮', 'zh'],
    ['street light is out', 'en'],
    ['我的 iPhone wifi 连不上', 'zh'],
    ['the sign says 禁止停车 but nobody obeys it at all here', 'en'],
    ['😀', 'zh'],
    ['12345', 'zh'],
    ['café', 'en'],
    ['Не горит фонарь у дома', 'en'],
    ['مصباح الشارع لا يعمل', 'en'],
    ['街灯が壊れています', 'en'],
    ['가로등이 고장났어요', 'en'],
    ['鲜の每日水果店占道经营', 'zh'],
  ])('%s: %s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})
