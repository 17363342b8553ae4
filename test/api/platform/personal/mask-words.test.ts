import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCheck } from '../../../../api/platform/personal/credit-code.rules.ts'
import { identityCheck } from '../../../../api/platform/personal/identity-number.rules.ts'
import { isCardNumber } from '../../../../api/platform/personal/card-number.rules.ts'
import { maskWords } from '../../../../api/platform/personal/mask-words.rules.ts'
import { normalisePhone } from '../../../../api/platform/phone.rules.ts'

const names = ['张三', '欧阳静默', 'Anna Schmidt']
const masked = (text: string) => maskWords(text, { names })

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''))
const mobile = fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9)).map(([head, tail]) => head + tail)
const landline = fc
  .tuple(fc.constantFrom('010', '021', '0755', '0571', '0991'), fc.integer({ min: 2, max: 8 }), digits(7))
  .map(([area, first, rest]) => area + String(first) + rest)
  .filter((number) => normalisePhone(number) !== null)
const day = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10).replaceAll('-', ''))
const region = fc.constantFrom('110105', '310107', '440524', '340524', '650102')
const identity = fc
  .tuple(region, day, digits(3))
  .map(([place, born, order]) => place + born + order)
  .map((first17) => first17 + identityCheck(first17))
const oldIdentity = fc
  .tuple(
    region,
    day.filter((born) => born.startsWith('19')),
    digits(3),
  )
  .map(([place, born, order]) => place + born.slice(2) + order)
const card = fc
  .tuple(fc.constantFrom('62', '4', '51'), digits(17))
  .map(([head, rest]) => (head + rest).slice(0, 16))
  .map(
    (some) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((last) => some.slice(0, -1) + String(last)).find(isCardNumber) ?? '',
  )
const code = fc
  .tuple(
    fc.constantFrom('91', '12', '53', 'Y1'),
    region,
    fc.array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), { minLength: 9, maxLength: 9 }),
  )
  .map(([head, place, body]) => head + place + body.join(''))
  .map((first17) => first17 + creditCheck(first17))

const wide = (text: string) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const spoken = (text: string) => text.replaceAll(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '')
const spaced = (text: string) => text.replaceAll(/(.{3,4}?)(?=.{4})/g, '$1 ')
const hyphened = (text: string) => text.replace(/^(.{3})(.{4})/, '$1-$2-')
const keycaps = (text: string) => text.replaceAll(/\d/g, '$&\u{FE0F}\u{20E3}')
const unseen = (text: string) => [...text].join('\u200b')
const writing = fc.constantFrom((text: string) => text, wide, spoken, spaced, hyphened, keycaps, unseen)

/** Words without a number of anybody, as they stand around one: they end and begin without a digit. */
const plain = fc
  .array(
    fc.constantFrom(
      '楼下垃圾堆了三天没人清运，',
      '工单260612345678，',
      '2026年6月1日14:30，',
      '一共13800001234元，',
      '罚款 1,380.50元；',
      'The lift is broken again. ',
      '门牌12弄3号502室的灯不亮。',
      '\u{1F6A8}着火了！',
      'مرحبا ',
      '第一、第二，三番五次打电话没有人接，',
      '订单号A-20260601，',
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''))

describe('masking what betrays a person', () => {
  it.each([
    ['我叫张伟，电话13800001234，住在人民路', '我叫〔姓名〕，电话〔电话〕，住在人民路'],
    ['请联系张三或張三？张 三', '请联系〔姓名〕或張三？〔姓名〕'],
    ['我是欧阳女士，欧阳静默', '我是〔姓名〕，〔姓名〕'],
    ['我姓王，免贵姓司马。', '我姓〔姓名〕，免贵姓〔姓名〕。'],
    ['姓名：李小明 身份证 11010519491231002x', '姓名：〔姓名〕 身份证 〔证件号〕'],
    ['身份证号110105194912310021', '身份证号〔证件号〕'],
    ['电话：１３８ ００００ １２３４。', '电话：〔电话〕。'],
    ['幺三八零零零零幺二三四一直打不通', '〔电话〕一直打不通'],
    ['座机 62345678，或 +86 21 6234-5678', '座机 〔电话〕，或 〔电话〕'],
    ['from abroad: +1 415 555 2671', 'from abroad: 〔电话〕'],
    ['尾号是1234', '尾号是〔电话〕'],
    ['我住在人民路12弄3号楼502室，楼下很吵', '我住在〔住址〕，楼下很吵'],
    ['我的车牌是沪A12345', '我的车牌是〔车牌〕'],
    ['微信：abc_12345，邮箱 a.b@example.com', '微信：〔账号〕，邮箱 〔邮箱〕'],
    ['My name is John Smith and I live here', 'My name is 〔姓名〕 and I live here'],
    ['ask anna schmidt', 'ask 〔姓名〕'],
  ])('%s', (text, wanted) => expect(masked(text)).toBe(wanted))

  it.each([
    '我叫了好几次救护车',
    '举报沪A12345违停',
    '拨打12345、110、4008123123都没有人接',
    '工单260612345678已办结',
    '退款13800001234元',
    '欠款¥15912345678',
    '2026-06-01 13:00 到 2026-06-02 14:00',
    '订单20260601123456789012',
    '沿国道三一八走一二三公里',
    '',
  ])('leaves alone: %s', (text) => expect(masked(text)).toBe(text))

  it('masks every right number, however it is written, whatever stands around it', () => {
    const number = fc.oneof(mobile, landline, identity, oldIdentity, card)
    fc.assert(
      fc.property(plain, number, writing, plain, (before, right, write, after) => {
        const text = `${before}（${write(right)}）${after}`
        const result = masked(text)
        expect(result).toMatch(/〔(?:电话|证件号|银行卡号)〕/)
        expect(result.normalize('NFKC').replaceAll(/[^\dX]/g, '')).not.toContain(right)
        expect(result).not.toContain(write(right))
        expect(result.startsWith(before)).toBe(true)
        expect(result.endsWith(after)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  it('masks every right credit code', () => {
    fc.assert(
      fc.property(
        plain,
        code,
        fc.constantFrom(wide, spaced, (text: string) => text.toLowerCase()),
        plain,
        (before, right, write, after) => {
          expect(masked(`${before}（${write(right)}）${after}`)).toBe(`${before}（〔信用代码〕）${after}`)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('leaves what has no number of anybody as it is', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(masked(text)).toBe(text)
      }),
    )
  })

  it('masks nothing twice', () => {
    const bits = fc.oneof(
      plain,
      mobile,
      landline,
      identity,
      card,
      code,
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '我叫',
        '张三',
        '我住在',
        '电话',
        '座机',
        '身份证',
        '〔电话〕',
        '尾号',
        '1234',
        '一',
        '元',
        ' ',
        '-',
        '。',
        'X',
        '+',
        '姓名：王小',
        '微信',
        'a@b.co',
        '12345678',
        '我姓王',
        '\0',
      ),
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
        const once = masked(parts.join(''))
        expect(masked(once)).toBe(once)
      }),
      { numRuns: 2_000 },
    )
  })

  it('takes long texts, of nothing but digits as well, in a moment', () => {
    for (const bit of ['1 3 8 ', '一', '13800001234 ', '我叫', '6222', 'a@', '我住在'])
      expect(maskWords(bit.repeat(7_000)).length).toBeGreaterThan(0)
  }, 20_000)
})
