import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyIntake,
  fill,
  fillProposal,
  fromContent,
  furtherSource,
  isWritten,
  sourceOf,
  takeMatter,
  toContent,
  toFiling,
  write,
  type FillableProposal,
  type IntakeForm,
} from '../../../console/contacts/intake.models.ts'

const source = { channel: 'call', citizenId: 'ctz_1', contactId: 'cnt_1', lineId: 'lin_1' } as const
const proposal: FillableProposal = {
  kind: { value: 'help' },
  urgency: { value: 'urgent' },
  place: { text: '中山北路1200弄', districtId: 'unt_d', streetId: 'unt_s' },
}
const change: fc.Arbitrary<Partial<IntakeForm>> = fc.record(
  {
    text: fc.string(),
    title: fc.string(),
    citizenName: fc.string(),
    place: fc.string(),
    kind: fc.constantFrom('inquiry', 'complaint'),
    urgency: fc.constantFrom('normal', 'critical'),
    districtId: fc.constant('unt_other'),
    matterCode: fc.constant('x.y'),
    confidential: fc.boolean(),
  },
  { requiredKeys: [] },
)

describe('what a person wrote', () => {
  it('is never overwritten by a proposal or by what is heard', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
        const written = changes.reduce((intake, one) => write(intake, one), emptyIntake)
        const after = fill(fillProposal(written, proposal), { text: '听到的' })
        for (const field of written.touched) expect(after.form[field]).toEqual(written.form[field])
      }),
    )
  })
  it('keeps the area whole: a street of the proposal does not join a district that was chosen', () => {
    const chosen = write(emptyIntake, { districtId: 'unt_other', streetId: undefined })
    expect(fillProposal(chosen, proposal).form).toMatchObject({ districtId: 'unt_other', streetId: undefined })
  })
  it('an emptied field stays empty', () => {
    expect(fillProposal(write(emptyIntake, { place: '' }), proposal).form.place).toBe('')
  })
})

describe('a proposal', () => {
  it('fills kind, urgency and place, never the matter', () => {
    const { form, touched } = fillProposal(emptyIntake, proposal)
    expect(form).toMatchObject({
      kind: 'help',
      urgency: 'urgent',
      place: '中山北路1200弄',
      districtId: 'unt_d',
      streetId: 'unt_s',
    })
    expect(form.matterCode).toBeUndefined()
    expect(touched).toEqual([])
  })
  it('changes nothing when it says what is there: the same object, so that nothing is saved again', () => {
    const filled = fillProposal(emptyIntake, proposal)
    expect(fillProposal(filled, proposal)).toBe(filled)
  })
  it('after the matter was taken only raises the urgency', () => {
    const taken = takeMatter(emptyIntake, { code: 'a.b', kind: 'complaint', urgency: 'urgent' })
    expect(taken.form).toMatchObject({ matterCode: 'a.b', kind: 'complaint', urgency: 'urgent' })
    expect(fillProposal(taken, { ...proposal, urgency: { value: 'normal' } }).form).toMatchObject({
      kind: 'complaint',
      urgency: 'urgent',
    })
    expect(fillProposal(taken, { ...proposal, urgency: { value: 'critical' } }).form.urgency).toBe('critical')
  })
})

describe('the place', () => {
  const at = (text: string, place: string, touched: readonly (keyof IntakeForm)[] = []) => ({
    form: { ...emptyIntake.form, text, place },
    touched,
  })
  const found = (text: string): FillableProposal => ({ ...proposal, place: { text, districtId: null, streetId: null } })
  it.each([
    ['a door number comes after the street', '长江路漏水，是长江路12号', '长江路', '长江路12号', '长江路12号'],
    ['a longer street comes after the door', '长江路12号，中山北路那边', '长江路12号', '中山北路', '长江路12号'],
    ['a crossing comes after the door', 'x 长江路１２号 x', '长江路12号', '中山北路路口', '长江路12号'],
    ['another door is the newer one', '长江路12号，不，14号', '长江路12号', '长江路14号', '长江路14号'],
    ['the request was written anew', '中山北路漏水', '长江路12号', '中山北路', '中山北路'],
  ])('%s', (_, text, there, recognised, expected) =>
    expect(fillProposal(at(text, there), found(recognised)).form.place).toBe(expected),
  )
  it('that a person wrote or corrected stays, however precise the recognised one is', () =>
    expect(fillProposal(at('长江路12号', '桥下', ['place']), found('长江路12号')).form.place).toBe('桥下'))
})

describe('the draft', () => {
  it('comes back as it was saved', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const intake = changes.reduce((now, one) => write(now, one), emptyIntake)
        const back = fromContent(JSON.parse(JSON.stringify(toContent(source, intake))))
        expect(back.form).toEqual(intake.form)
        expect([...back.touched].sort()).toEqual([...intake.touched].sort())
      }),
    )
  })
  it('of the server’s first version is read without a touched field', () => {
    const intake = fromContent({ ...source, text: '路灯坏了', danger: 'gas' })
    expect(intake.form.text).toBe('路灯坏了')
    expect(intake.touched).toEqual([])
  })
  it.each([{}, { text: 5, touched: 'text' }, { touched: ['no-such'], elements: null, confidential: 'yes' }])(
    'of another shape counts as empty: %j',
    (content) => {
      expect(fromContent(content)).toEqual(emptyIntake)
      expect(isWritten(fromContent(content))).toBe(false)
    },
  )
  it('of a further request names the contact that was filed, and the next one the same', () => {
    const { contactId, ...rest } = source
    const further = { ...rest, furtherOf: contactId }
    expect(furtherSource(source)).toEqual(further)
    expect(sourceOf(toContent(further, emptyIntake))).toEqual(further)
    expect(furtherSource(further)).toEqual(further)
    expect(furtherSource({ channel: 'sms', citizenId: 'ctz_1' })).toEqual({ channel: 'sms', citizenId: 'ctz_1' })
  })
  it('names its source, or none without a citizen', () => {
    expect(sourceOf(toContent(source, emptyIntake))).toEqual(source)
    expect(sourceOf({ channel: 'sms', citizenId: 'ctz_1' })).toEqual({ channel: 'sms', citizenId: 'ctz_1' })
    expect(sourceOf({ text: 'x' })).toBeUndefined()
  })
})

describe('filing', () => {
  it('sends what is there and leaves out the rest', () => {
    const intake = write(emptyIntake, { text: ' 路灯坏了 ', place: ' ', answer: '已修' })
    expect(toFiling(source, intake, { onTheSpot: false })).toEqual({
      ...source,
      text: '路灯坏了',
      confidential: false,
      replyWanted: true,
    })
  })
  it('sends a title that was written and a name that was touched, and a name that was emptied as none', () => {
    const named = write(emptyIntake, { text: '路灯', title: ' 路灯不亮 ', citizenName: ' 李四 ' })
    expect(toFiling(source, named, { onTheSpot: false })).toMatchObject({ title: '路灯不亮', citizenName: '李四' })
    const emptied = toFiling(source, write(named, { title: ' ', citizenName: '' }), { onTheSpot: false })
    expect(emptied).not.toHaveProperty('title')
    expect(emptied.citizenName).toBe('')
  })
  it('on the spot takes the answer along', () => {
    const intake = write(emptyIntake, { text: '怎么办', answer: ' 到窗口办理 ', matterCode: 'a.b' })
    expect(toFiling(source, intake, { onTheSpot: true, draftId: 'drf_1', danger: 'gas' })).toMatchObject({
      answer: '到窗口办理',
      matterCode: 'a.b',
      draftId: 'drf_1',
      danger: 'gas',
    })
  })
})
