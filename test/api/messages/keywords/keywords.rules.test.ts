import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isBareRating,
  normaliseText,
  readKeyword,
  ticketNumbersIn,
  ownWordsOf,
  type KeywordKind,
} from '../../../../api/messages/keywords/keywords.rules.ts'
import { dialogueNotices } from '../../../../api/notices/dialogue.notices.ts'
import { ticketNotices } from '../../../../api/notices/ticket.notices.ts'
import { shortTexts } from './short-texts.ts'
import { ticketNumber } from '../../../../api/tickets/opening/ticket-number.ts'

const number = ticketNumber(1, '2606', 'a key for the test')
const grouped = number.replace(/(\d{4})(\d{4})(\d{4})/, '$1 $2 $3')

const table: [KeywordKind, string[]][] = [
  [
    'stop',
    [
      'STOP',
      'stop',
      ' Stop. ',
      'STOP ALL',
      'unsubscribe',
      'END',
      'quit',
      'stopall',
      'revoke',
      'OptOut',
      'cancel',
      '退订',
      '退訂',
      'TD',
      'td',
      'Ｔ',
      'ＴＤ',
      '退订！',
    ],
  ],
  [
    'stop',
    [
      '我要退订',
      '请退订，谢谢',
      '退订短信',
      '取消订阅',
      '不要再发短信了',
      '别再给我发了',
      'please stop',
      'Stop texting me!',
      'Don’t text me again',
      'unsubscribe me',
    ],
  ],
  ['start', ['START', 'unstop', '恢复', '恢復', '「恢复」', '我要恢复短信', '重新訂閱']],
  ['person', ['人工', '转人工服务', '轉人工', '请给我回电话', 'I want to speak to a person', 'call me back please']],
  ['help', ['早上好', '怎么投诉？', '您好，在吗', 'help me', '请问', '110', '🆘', '🔥🔥', '……']],
  ['thanks', ['👍🙏', '谢谢您，辛苦了', '明白了，谢谢']],
  ['yes', ['好的谢谢', 'OK，谢谢', '嗯嗯', '可以', '👍', '👌🏻']],
  ['no', ['不用了', '不要撤销', '别取消']],
  ['never', ['算了', '算了吧', '没事了，谢谢', 'never mind', 'Forget it.']],
  [
    'progress',
    [
      '麻烦帮我查一下进度',
      '麻煩幫我查一下進度，謝謝',
      '你好，我想查一下我的工单进度',
      '我的投诉处理得怎么样了？',
      '请问办理进度如何',
      '处理到哪一步了',
      '有结果了吗',
      '有沒有進展？',
      '好了没有',
      '什么时候能修好',
      "what's the status of my request?",
      'Hi, any update please?',
      'could you tell me the progress',
      'when will it be fixed',
    ],
  ],
  [
    'urge',
    [
      '请帮忙催一下',
      '请尽快处理，谢谢',
      '麻烦快点',
      '怎么还没处理？',
      '我的事情怎么还没有人联系我',
      '为什么还不修',
      '進度怎麼樣了，趕緊處理',
      'please hurry up',
      'speed it up please',
    ],
  ],
  [
    'withdraw',
    [
      '我要撤销投诉',
      '取消',
      '取消投诉吧',
      '已经解决了，撤销吧',
      '问题解决了，不用处理了，谢谢',
      '不投诉了',
      'I want to withdraw my complaint',
      'please cancel my request',
      '确认撤销',
    ],
  ],
  ['newRequest', ['我要投诉', '你好，我想反映一个问题', '我有个情况想反映一下', '举报', 'I want to make a complaint']],
  [
    'help',
    ['HELP', 'info', 'Help!', '帮助', '幫助', '？', '?', '怎么用', '你好', '您好！', '在吗？', 'Hello', 'hi 👋'],
  ],
  [
    'progress',
    [
      '进度',
      '進度',
      '查询',
      '查詢',
      '查进度',
      '查询进度',
      '进度查询',
      '办理进度',
      '请问进度',
      '我想查询进度',
      '查询一下',
      '进度怎么样了？',
      '进展',
      'status',
      'STATUS?',
      'progress',
      'track',
      'check status',
    ],
  ],
  ['urge', ['催办', '催辦', '催', '催单', '催一下', '催办一下', '请催办', '麻烦催一下', 'urge', 'Hurry up!', 'chase']],
  ['withdraw', ['撤销', '撤銷', '撤单', '撤單', '撤回', '我要撤销', '取消工单', 'withdraw', 'WITHDRAW']],
  ['rate', ['评价', '評價', '评分', 'rate', 'Rating']],
  ['newRequest', ['新诉求', '新訴求', 'new', 'New request', '另一件事']],
  [
    'thanks',
    ['谢谢', '谢谢！🙏', '谢谢您', '收到', '收到，谢谢', '知道了', '辛苦了', 'Thanks!', 'thank you', 'Got it'],
  ],
  ['yes', ['是', '是的', '确认', '確認', '好', '好的', 'yes', 'Y', 'OK']],
  ['no', ['否', '不', '不用', 'no', 'N']],
]

describe('words a citizen can text', () => {
  it.each(table.flatMap(([word, texts]) => texts.map((text) => [text, word] as const)))(
    'reads %s as %s',
    (text, word) => {
      expect(readKeyword(text)?.kind).toBe(word)
    },
  )

  const written = shortTexts.flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const))
  it.each(written)('reads %j of the written set as %s', (text, kind) => {
    expect(readKeyword(text)?.kind ?? null).toBe(kind)
  })

  it('has a written set of more than 200 short texts, each once', () => {
    expect(new Set(written.map(([text]) => text)).size).toBe(written.length)
    expect(written.length).toBeGreaterThan(350)
  })

  it('reads the words of refusal and of return that our own notices teach', () => {
    const taught = [...Object.values(dialogueNotices), ...Object.values(ticketNotices)].map(({ zh }) => zh).join()
    expect([...new Set([...taught.matchAll(/退订回(\w+)/g)].map(([, word]) => word ?? ''))]).toEqual(['TD'])
    expect([...taught.matchAll(/恢复回“(.+?)”/g)].map(([, word]) => word ?? '')).toEqual(['恢复'])
    for (const form of ['TD', '退订回TD', '回TD']) expect(readKeyword(form)?.kind).toBe('stop')
  })

  it('takes YES for an answer where the carrier takes it for a start, and its other words for a start', () => {
    for (const word of ['YES', 'yes', 'Yes']) expect(readKeyword(word, 'start')?.kind).toBe('yes')
    for (const word of ['START', 'UNSTOP', '开通', 'R']) expect(readKeyword(word, 'start')?.kind).toBe('start')
  })

  it.each([
    ['进度', 'progress', 'zh'],
    ['查询', 'progress', 'zh'],
    ['催办', 'urge', 'zh'],
    ['撤销', 'withdraw', 'zh'],
    ['status', 'progress', 'en'],
    ['urge', 'urge', 'en'],
    ['withdraw', 'withdraw', 'en'],
  ] as const)('takes a ticket number before or after %s', (word, kind, locale) => {
    for (const text of [
      `${word}${number}`,
      `${word} ${grouped}`,
      `${word}：${grouped}。`,
      `${number} ${word}`,
      `${word} 工单号${number}`,
      `${word} #${number}`,
    ])
      expect(readKeyword(text), text).toMatchObject({ kind, number, locale })
  })

  it('reads a bare ticket number as a question about it, in full-width digits too', () => {
    const wide = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
    for (const text of [number, grouped, grouped.replaceAll(' ', '-'), wide, `工单号：${number}`, `No. ${number}`])
      expect(readKeyword(text), text).toMatchObject({ kind: 'progress', number })
  })

  it.each([
    ['1', '1'],
    ['２', '2'],
    ['3.', '3'],
    ['①', '1'],
    ['4️⃣', '4'],
    ['第2个', null],
    ['二', '2'],
    ['第三', '3'],
    ['12', '12'],
    ['选1', '1'],
    ['回复2', '2'],
    ['1号', '1'],
    ['第二件', '2'],
    ['1吧，谢谢', '1'],
    ['1确认撤销', '1'],
    ['２ 不撤销', '2'],
    ['2.新的诉求', '2'],
    ['the first one', '1'],
    ['option 3', '3'],
  ])('reads the choice %s', (text, choice) => {
    if (choice === null) expect(readKeyword(text)?.kind).not.toBe('stop')
    else expect(readKeyword(text)).toMatchObject({ kind: 'choice', rest: choice })
  })

  it.each([
    ['评价5', '5'],
    ['评价 不满意', '不满意'],
    ['评价：5', '5'],
    ['rate 4', '4'],
    ['评价', ''],
  ])('reads the rating in %s', (text, rest) => {
    expect(readKeyword(text)).toMatchObject({ kind: 'rate', rest })
  })

  it.each(['新诉求：楼道灯不亮', '新诉求 楼道灯不亮', 'NEW: the light is broken', 'new request the light is broken'])(
    'hears in %s that it is another matter',
    (text) => {
      expect(readKeyword(text)?.kind).toBe('newRequest')
      expect(readKeyword(text)?.rest).not.toBe('')
      expect(ownWordsOf(text)).toMatch(/^(?:楼道灯不亮|the light is broken)$/)
    },
  )

  it.each([
    '退订了你们的报纸还在送',
    '请停止施工',
    '不要再发传单了',
    'please stop this problem',
    '别取消公交站',
    '没有人催我',
    '没解决',
    '已经解决了',
    '修好了又坏了',
    '不想说进度',
    '不用撤销也不用催',
    '能不能查一下隔壁的噪音',
    '什么时候来电',
    'when will the water be back',
    'check the lamp',
    'can you fix the lamp',
    'stop the noise at night',
    'the end of our road is flooded',
    '进度太慢，路还没修好',
    '人行道上的小广告撤销不掉怎么办',
    '催了三次物业还是不修',
    'rates are too high',
    '评价一下这个物业真差劲',
    'new road is blocked',
    '是这样的，楼下很吵',
    'no water since monday',
    '13812340001',
    '路灯坏了',
    '你好，路灯坏了',
    '谢谢你们把路挖成这样',
    '收到罚单但是我没有违停',
    'hi there is no water',
    'Tree fell',
    '123456789012345',
  ])('leaves %s alone', (text) => {
    expect(readKeyword(text)).toBeNull()
  })

  it('knows answers to a survey that stand alone, and leaves dissatisfaction to a person', () => {
    for (const text of ['1 1 5', '115', '1，1，4', '２ 2', '满意', '非常满意！', 'Satisfied.'])
      expect(isBareRating(text), text).toBe(true)
    for (const text of [
      '不满意',
      '还没修好',
      '5',
      '110',
      '1 1 5 但是又坏了',
      '12345',
      '满意个鬼',
      '满意度太低',
      '1号楼停水',
    ])
      expect(isBareRating(text), text).toBe(false)
  })

  it('lets the carrier’s own reading settle STOP, START and HELP', () => {
    expect(readKeyword('请不要再发', 'stop')?.kind).toBe('stop')
    expect(readKeyword('STOP', 'start')?.kind).toBe('start')
    expect(readKeyword('你好', 'help')?.kind).toBe('help')
  })

  it('finds the possible ticket numbers in a text', () => {
    const wrong = number.slice(0, 11) + ((Number(number[11]) + 1) % 10)
    expect(ticketNumbersIn(`工单${grouped}又坏了，电话13812340001，${wrong}`)).toEqual([number])
  })

  it('knows no language of figures and signs', () => {
    for (const text of ['110', '12345', '1', '？', '😡', '👍', number])
      expect(readKeyword(text)?.locale, text).toBeNull()
    expect(readKeyword('2 不撤销')?.locale).toBe('zh')
    expect(readKeyword('1 please')?.locale ?? null).toBe('en')
  })

  it('tells a withdrawal that is confirmed in the same breath', () => {
    expect(readKeyword('确认撤销')?.rest).toBe('sure')
    expect(readKeyword('是的，我要撤销')?.rest).toBe('sure')
    expect(readKeyword('我要撤销')?.rest).toBe('')
  })

  it('takes as long for a text of nothing but small pieces as for any other', () => {
    const started = performance.now()
    for (let i = 0; i < 200; i++) readKeyword('我要想请'.repeat(15))
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('never throws, and normalises twice to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        readKeyword(text)
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
      }),
    )
  })
})
