import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMachineWords } from '../../../../api/messages/machines/machine-text.rules.ts'
import { isTapOnOurs, readReaction, withoutOurs } from '../../../../api/messages/machines/quotes.rules.ts'
import { isServiceNumber } from '../../../../api/messages/machines/sender-kind.rules.ts'
import { visible } from '../../../../api/platform/writing/visible.ts'
import { machineTexts, peoplesTexts, reactions } from './machine-texts.ts'

const ours = [
  '您的诉求已登记，工单号2606 1234 5678。回复“进度”查办理情况，“催办”催促，“撤销”撤回。本短信为服务通知，退订回TD。',
  '请勿开关电器、勿用明火，立即撤到室外并拨打119！情况已登记为特急，工单号2606 1234 5678，值班人员已收到提醒。',
  '【回访1/3】工单2606 1234 5678：承办单位办理时是否与您联系过？回复1是，2否。',
  'Your request is registered: 2606 1234 5678. Text STATUS for progress, URGE to press it.',
]

describe('what no person wrote', () => {
  it.each(machineTexts.flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)))(
    'knows %j for %s',
    (text, kind) => expect(readMachineWords(text)).toBe(kind),
  )

  it.each(peoplesTexts)('leaves %j to be read', (text) => {
    expect(readMachineWords(text)).toBeNull()
    expect(readReaction(text)).toBeNull()
    expect(withoutOurs(text, ours)).toBe(text)
  })

  it.each(reactions)('knows a tap on a text of ours by %s', (shape) => {
    for (const one of ours) {
      const whole = readReaction(shape.replace('{}', one))
      expect(whole && isTapOnOurs(whole.tapped, ours), one).toBe(true)
      const cut = readReaction(shape.replace('{}', `${one.slice(0, 22)}…`))
      expect(cut && isTapOnOurs(cut.tapped, ours), `${one}, cut`).toBe(true)
    }
    const others = readReaction(shape.replace('{}', '明天一起吃饭吧'))
    expect(others).not.toBeNull()
    expect(isTapOnOurs(others?.tapped ?? '', ours)).toBe(false)
  })

  it.each(['Liked an image', 'Loved a photo', '👍 to an image', '赞了一张图片', 'Removed a like from an image'])(
    'knows a tap on a picture: %s',
    (text) => expect(readReaction(text)).toEqual({ tapped: '' }),
  )

  it.each<readonly [string, string]>([
    ...ours.map((one) => [one, ''] as const),
    [`“${ours[0]}”`, ''],
    [`「${ours[1]}」`, ''],
    [`转发：${ours[1]}`, ''],
    [`Fwd: ${ours[3]}`, ''],
    [ours[1]?.slice(0, 30) ?? '', ''],
    [`> ${ours[0]}`, ''],
    [`“${ours[2]}”1`, '1'],
    [`${ours[2]}\n是`, '是'],
    [`> ${ours[0]}\n怎么还没人来`, '怎么还没人来'],
    [`“${ours[0]}” 水管又爆了`, '水管又爆了'],
    [`水管又爆了`, '水管又爆了'],
    ['工单号2606 1234 5678', '工单号2606 1234 5678'],
    ['请勿开关', '请勿开关'],
  ])('hears of %j only %j', (text, own) => expect(withoutOurs(text, ours)).toBe(own))

  it.each([
    '10655551234',
    '106912345678901',
    '+86106912345678',
    '+8610655551234567',
    '95588',
    '+8695588',
    '8695588',
    '955881234',
    '+86955660123456',

    '10086',
    '+8610086',
    '10010',
    '10000',
    '100861',
    '12306',
    '+8612306',
    '12123',
    '12345',
    '96110',
    '+8696110',
    '114',
    '１０６９１２３４５６７８',
    '72345',
  ])('knows %s for a service', (from) => expect(isServiceNumber(from)).toBe(true))

  it.each([
    '+8613812340001',
    '13812340001',
    '+8619512340001',
    '+8617012340001',
    '+8613106123456',
    'withheld',
    'ALIPAY',
    '',
    // Landlines of Beijing and of Yinchuan begin with the same figures.

    '+861065551234',
    '+869515551234',
    '+862155512345',
    '+14155550100',
    '+10655550100',
    '+9551234567',
    '+85295588123',
    '+441065551234',
  ])('takes %s for a person', (from) => expect(isServiceNumber(from)).toBe(false))

  it('never throws, and takes no text for its own without having sent one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        readMachineWords(text)
        readReaction(text)
        expect(withoutOurs(text, [])).toBe(text)
        withoutOurs(text, ours)
      }),
    )
  })

  it('takes as long for hostile texts as for any other', () => {
    const started = performance.now()
    for (const text of [
      '【'.repeat(600),
      '退订'.repeat(300),
      '“'.repeat(900),
      '赞'.repeat(900),
      '👍'.repeat(400),
      '我正在开车'.repeat(100),
      'a'.repeat(1_600),
    ]) {
      readMachineWords(text)
      readReaction(text)
      withoutOurs(text, ours)
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('what can be seen of a text', () => {
  it.each([
    '',
    ' ',
    '\n\t',
    '\u00a0\u3000\u2003',
    '\u200b',
    '\u200b\u200c\u200d\u2060\ufeff',
    '\u0000',
    '\u0301',
    '\u0301\u0308',
    '\ufe0f',
    '\u{e0100}',
    '\u{1f3fb}',
    '\u{1f3fb}\u{1f3ff}',
    '\u202e\u202d',
    '\u061c',
    '\u00ad',
    '\u3164',
    '\uffa0',
    '\u115f\u1160',
    '\u2800',
    '\u{e0041}\u{e007f}',
    '\ufffc',
    '\ufffd',
    '\ud800',
    '\u180e',
    '\u034f',
    '\ue000',
    '\u0007\u001b',
    '\u20e3',
  ])('is nothing: %j', (text) => expect(visible(text)).toBe(''))

  it.each(['路', '1', '?', '。', '👍', '❤️', '👍🏻', 'a\u0301', 'لا', '한', '1️⃣', '…'])('is something: %j', (text) =>
    expect(visible(text)).not.toBe(''),
  )
})
