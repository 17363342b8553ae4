import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextStep,
  readReply,
  surveyWords,
  withAnswers,
  type Known,
} from '../../../../api/followup/replies/reply.rules.ts'

const nothing: Known = { contacted: null, solved: null, grade: null, reason: null }
const afterContacted: Known = { ...nothing, contacted: true }
const afterSolved: Known = { ...afterContacted, solved: true }
const dissatisfied: Known = { ...afterSolved, grade: 1 }

describe('a reply to “were you contacted?”', () => {
  it.each([
    ['1', { contacted: true }],
    ['１', { contacted: true }],
    ['是', { contacted: true }],
    ['是的。', { contacted: true }],
    [' Yes ', { contacted: true }],
    ['联系过', { contacted: true }],
    ['2', { contacted: false }],
    ['没有', { contacted: false }],
    ['否', { contacted: false }],
    ['no!', { contacted: false }],
    ['没人联系', { contacted: false }],
    ['not contacted', { contacted: false }],
    ['解决了', { solved: true }],
    ['没解决', { solved: false }],
    ['非常不满意', { grade: 1 }],
    ['5星', { grade: 5 }],
    ['4分', { grade: 4 }],
    ['1 1 5', { contacted: true, solved: true, grade: 5 }],
    ['115', { contacted: true, solved: true, grade: 5 }],
    ['1，2，2', { contacted: true, solved: false, grade: 2 }],
    ['是、没有、不满意', { contacted: true, solved: false, grade: 2 }],
    ['1.2.1', { contacted: true, solved: false, grade: 1 }],
    ['yes no 2', { contacted: true, solved: false, grade: 2 }],
    ['1 1 5 谢谢', { contacted: true, solved: true, grade: 5 }],
    ['1 2 1 修了两天又漏水', { contacted: true, solved: false, grade: 1, reason: '修了两天又漏水' }],
    ['1是', { contacted: true }],
    ['1 是', { contacted: true }],
    ['1️⃣', { contacted: true }],
    ['2、否。', { contacted: false }],
    ['1是，2否', { contacted: true, solved: false }],
    ['1是2未解决', { contacted: true, solved: false }],
    ['有的，谢谢', { contacted: true }],
    ['他们给我打过电话了', { contacted: true }],
    ['沒有人聯繫過我', { contacted: false }],
    ['还没有', { contacted: false }],
    ['nobody contacted me', { contacted: false }],
    ['联系了，但是没解决', { contacted: true, solved: false }],
    ['怎么还没处理？', { solved: false }],
    ['没有 没有 非常不满意 没人来', { contacted: false, solved: false, grade: 1, reason: '没人来' }],
  ])('%s', (text, answers) => expect(readReply(text, nothing)).toEqual(answers))

  it.each(['7', '0', '5', '99', '1 7', '好的'])('%s is asked again', (text) =>
    expect(readReply(text, nothing)).toBe('again'),
  )
  it.each([
    '',
    '  ',
    '水管又爆了，快来人',
    '1号楼电梯坏了',
    '1楼没人管',
    '联系电话是多少',
    '我还有一个问题想问一下你们什么时候来',
    '26061234567 催办',
  ])('“%s” is a message of its own', (text) => expect(readReply(text, nothing)).toBeNull())
  it('does not take a long message for a remark', () => {
    expect(readReply(`1 ${'另外我们小区门口的路灯也坏了很久了没有人来修'.repeat(4)}`, nothing)).toBeNull()
  })
})

describe('a reply to the other questions', () => {
  it.each([
    ['1', true],
    ['解决了', true],
    ['修好了', true],
    ['yes', true],
    ['2', false],
    ['没有解决', false],
    ['还没', false],
    ['not yet', false],
    ['1已解决', true],
    ['解决了，谢谢', true],
    ['已經修好了，非常感謝！', true],
    ['yes it is fixed', true],
    ['2未解决', false],
    ['根本没解决', false],
    ['还是没修好', false],
    ['又坏了', false],
    ['no one called me', null],
  ])('solved? %s', (text, solved) =>
    expect(readReply(text, afterContacted)).toEqual(solved === null ? { contacted: false } : { solved }),
  )
  it('takes no “all right” for an answer', () => expect(readReply('好的', afterContacted)).toBe('again'))
  it.each([
    ['5', 5],
    ['五', 5],
    ['5分', 5],
    ['五星', 5],
    ['非常满意', 5],
    ['很满意', 5],
    ['very satisfied', 5],
    ['4', 4],
    ['满意', 4],
    ['satisfied', 4],
    ['3', 3],
    ['基本满意', 3],
    ['一般', 3],
    ['2', 2],
    ['不满意', 2],
    ['not satisfied', 2],
    ['1', 1],
    ['非常不满意', 1],
    ['very dissatisfied', 1],
    ['满意！', 4],
    ['5非常满意', 5],
    ['5 非常满意，谢谢', 5],
    ['非常满意👍', 5],
    ['非常滿意', 5],
    ['5 stars', 5],
    ['给5分', 5],
    ['挺满意的', 4],
    ['很好', 5],
    ['3基本满意', 3],
    ['不太满意', 2],
    ['1非常不满意', 1],
  ])('satisfied? %s', (text, grade) => expect(readReply(text, afterSolved)).toEqual({ grade }))
  it.each(['6', '0', '10', '100分'])('satisfied? %s is asked again', (text) =>
    expect(readReply(text, afterSolved)).toBe('again'),
  )
  it('takes no figure with the name of another for an answer', () =>
    expect(readReply('5非常不满意', afterSolved)).toBe('again'))
  it('asks again for the reason when only a figure comes', () => expect(readReply('1', dissatisfied)).toBe('again'))
  it('takes any words as the reason, unchanged', () => {
    expect(readReply(' 根本没人来，1 和 2 都是假的 👎 ', dissatisfied)).toEqual({
      reason: '根本没人来，1 和 2 都是假的 👎',
    })
  })
})

describe('the order of the questions', () => {
  it('asks what is open, the reason only of those who are dissatisfied', () => {
    expect(nextStep(nothing)).toBe('contacted')
    expect(nextStep({ ...nothing, solved: true, grade: 4 })).toBe('contacted')
    expect(nextStep(afterContacted)).toBe('solved')
    expect(nextStep(afterSolved)).toBe('satisfied')
    expect(nextStep({ ...afterSolved, grade: 3 })).toBe('done')
    expect(nextStep({ ...afterSolved, grade: 2 })).toBe('reason')
    expect(nextStep({ ...afterSolved, grade: 2, reason: 'x' })).toBe('done')
  })
  it('lets one clause answer one question at most, but for figures in a row and a grade named with its figure', () => {
    const clauses = [
      '1',
      '2',
      '是',
      '没有',
      '没人联系',
      '联系过',
      '解决了',
      '没解决',
      '满意',
      '非常不满意',
      '好',
      '👍',
      '5分',
    ]
    for (const known of [nothing, afterContacted, afterSolved])
      for (const clause of clauses) {
        const said = readReply(clause, known)
        if (said !== null && said !== 'again') expect(Object.keys(said)).toHaveLength(1)
      }
  })
  it('takes of words sent before their question only those that need none', () => {
    for (const text of ['1', '2', '是', '没有', '1 1 5', '好了', 'yes'])
      expect(readReply(text, afterContacted, false)).toBe('again')
    expect(readReply('没解决', afterContacted, false)).toEqual({ solved: false })
    expect(readReply('不满意', dissatisfied, false)).toEqual({ grade: 2 })
    expect(readReply('1', dissatisfied, false)).toBe('again')
    expect(readReply('我家楼道灯也坏了', afterContacted, false)).toBeNull()
  })
  it('is quick, whatever words come together', () => {
    const words =
      '没 有 还是 已经 都 是 我们 他们 一点都 联系 来 电话 了 过 满意 解决 处理 非常 问题 的 办理 结果 得到 人 给 and 委 局'.split(
        ' ',
      )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const started = performance.now()
        for (const known of [nothing, afterContacted, afterSolved]) readReply(parts.join(''), known)
        expect(performance.now() - started).toBeLessThan(250)
      }),
    )
  })
  it('knows survey talk whichever question it would answer, and whether it blames', () => {
    for (const text of ['1 1 5', '115', '满意', '解决了，谢谢', '有联系', '5分'])
      expect(surveyWords(text)).toEqual({ content: true })
    for (const text of ['不满意', '没解决', '没人联系我', '1 2 2', '解决了，但是又坏了'])
      expect(surveyWords(text)).toEqual({ content: false })
    for (const text of ['水管爆了', '我家楼道灯坏了', '谢谢', '1 2 2 修了两天又漏水'])
      expect(surveyWords(text)).toBeNull()
  })
  it('never loses an answer and never throws, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.constantFrom(nothing, afterContacted, afterSolved, dissatisfied),
        (text, known) => {
          const said = readReply(text, known)
          if (said === null || said === 'again') return
          const now = withAnswers(known, said)
          for (const key of ['contacted', 'solved', 'grade', 'reason'] as const)
            if (known[key] !== null) expect(now[key] !== null).toBe(true)
          if (now.grade !== null) expect(now.grade >= 1 && now.grade <= 5).toBe(true)
        },
      ),
    )
  })
})
