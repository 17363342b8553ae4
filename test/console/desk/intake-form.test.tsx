import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../console/contacts/drafts.api.ts'
import type { Proposal } from '../../../console/desk/desk.api.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { refused } from '../../support/fake-server.ts'
import { deskServer, sitDown } from './desk.scene.tsx'
import { sampleDraft, sampleProposal } from './desk.sample.ts'

const post = 'POST /api/tickets'
const cover = { code: 'municipal.cover', confidence: 0.93, why: ['井盖'] }
const lamp = { code: 'municipal.lamp', confidence: 0.04, why: [] }
const nothing = { code: 'municipal', confidence: 0.001, why: [] }

/** The desk with a form of this content, over a triage that proposes this. */
const open = async ({
  content = {},
  proposal = {},
  locale = 'zh-CN',
}: {
  content?: Draft['content']
  proposal?: Partial<Proposal>
  locale?: Locale
} = {}) => {
  const server = deskServer({ 'POST /api/triage/propose': () => sampleProposal(proposal) })
  server.kept.draft = sampleDraft(content)
  const desk = await sitDown(server, { locale })
  const field = await desk.request()
  const { t, user } = desk
  const form = screen.getByRole('form', { name: t('desk.form') })
  return {
    ...desk,
    field,
    form,
    radio: (name: string) => within(form).getByRole<HTMLInputElement>('radio', { name }),
    box: (name: string) => within(form).getByRole<HTMLInputElement>('combobox', { name }),
    file: () => user.keyboard('{Control>}{Enter}{/Control}'),
    sent: async () => {
      await waitFor(() => expect(server.bodies(post)).toHaveLength(1))
      return server.bodies(post)[0]
    },
  }
}
/** What is said to be wrong with a field, as a reader of the screen hears it. */
const fault = (field: HTMLElement) => {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ')
  const id = field.getAttribute('aria-invalid') === 'true' ? ids.find((one) => one.endsWith('-error')) : undefined
  return id && document.getElementById(id)?.textContent
}

describe('the intake form', () => {
  it('says that a number’s check digit is wrong, and files all the same', async () => {
    const { user, field, form, t, file, sent } = await open()
    await user.type(field, '身份证110105194912310021，路灯不亮')
    const doubt = t('desk.doubt.identity', { number: '110105194912310021' })
    expect((await within(form).findByRole('status')).textContent).toBe(doubt)
    await file()
    expect(await sent()).toMatchObject({ text: '身份证110105194912310021，路灯不亮' })
  })

  it('is filled in by triage where nobody wrote, and by the matter that is taken with a key', async () => {
    const proposal: Partial<Proposal> = {
      matters: [cover, lamp, nothing],
      kind: { value: 'help', confidence: 0.8 },
      place: { text: '大渡河路108弄', districtId: 'd1', streetId: 's1' },
    }
    const { user, field, form, t, radio, box, file, sent } = await open({ proposal })
    expect(within(form).getByText(t('desk.noSuggestions')), 'their room is there before them').toBeDefined()
    await user.type(field, '井盖破损')
    const guesses = within(await within(form).findByRole('list', { name: t('desk.suggestions') }))
    expect(
      guesses.getAllByRole('button').map((one) => one.textContent),
      'the likeliest first, none that rounds to nothing',
    ).toEqual([expect.stringContaining('窨井盖缺损'), expect.stringContaining('路灯不亮')])
    expect(guesses.getAllByRole('button')[0]?.textContent).toContain(t('desk.why', { words: '井盖' }))
    expect(radio(t('kind.help')).checked).toBe(true)
    expect(within(form).getByRole<HTMLInputElement>('textbox', { name: t('desk.place') }).value).toBe('大渡河路108弄')
    await waitFor(() => expect(box(t('desk.area')).value).toBe('普陀区 › 长风新村街道'))
    expect(box(t('desk.matter')).value, 'a matter is taken by a person').toBe('')
    await user.keyboard('{Alt>}1{/Alt}')
    expect(guesses.getByRole('button', { pressed: true }).textContent).toContain('窨井盖缺损')
    expect(box(t('desk.matter')).value).toBe('市政设施 › 窨井盖缺损')
    expect(radio(t('kind.complaint')).checked, 'the kind of the matter').toBe(true)
    expect(radio(t('urgency.urgent')).checked, 'the urgency of the matter').toBe(true)
    expect(field.value, 'the key wrote nothing').toBe('井盖破损')
    await file()
    expect(await sent()).toEqual({
      channel: 'call',
      citizenId: 'c1',
      draftId: 'draft-1',
      text: '井盖破损',
      matterCode: 'municipal.cover',
      kind: 'complaint',
      urgency: 'urgent',
      place: '大渡河路108弄',
      districtId: 'd1',
      streetId: 's1',
      confidential: false,
      replyWanted: true,
    })
  })

  it('leaves alone what a person wrote, whatever triage says later', async () => {
    const proposal: Partial<Proposal> = {
      kind: { value: 'help', confidence: 0.8 },
      urgency: { value: 'critical', why: [] },
      place: { text: '别处', districtId: null, streetId: null },
    }
    const { user, field, t, radio, form, file, sent } = await open({ proposal })
    await user.click(radio(t('kind.suggestion')))
    await user.type(within(form).getByRole('textbox', { name: t('desk.place') }), '中山北路')
    await user.click(within(form).getByRole('checkbox', { name: t('desk.confidential') }))
    await user.click(within(form).getByRole('checkbox', { name: t('desk.replyWanted') }))
    await user.type(field, '建议加装路灯')
    await waitFor(() => expect(radio(t('urgency.critical')).checked, 'what nobody chose').toBe(true))
    await file()
    expect(await sent()).toMatchObject({
      kind: 'suggestion',
      place: '中山北路',
      urgency: 'critical',
      confidential: true,
      replyWanted: false,
    })
  })

  it('says whether it goes to a unit or waits for a matter, and is not filed while it is empty', async () => {
    const { user, field, form, t, file, server, box } = await open()
    const button = () => within(form).getByRole<HTMLButtonElement>('button', { name: new RegExp(t('desk.fileLater')) })
    expect(button().disabled).toBe(true)
    box(t('desk.area')).focus()
    await file()
    expect(document.activeElement, 'the hands are led to what is missing').toBe(field)
    expect(server.bodies(post)).toHaveLength(0)
    await user.type(field, ' 噪音 ')
    expect(button().disabled).toBe(false)
    await user.type(box(t('desk.matter')), '窨井盖{Enter}')
    await user.click(within(form).getByRole('button', { name: new RegExp(t('desk.file')) }))
    await waitFor(() =>
      expect(server.bodies(post)).toEqual([expect.objectContaining({ text: '噪音', matterCode: 'municipal.cover' })]),
    )
  })

  it('offers districts with their streets, found in both languages, and none that is closed', async () => {
    const { user, t, box, file, sent, field } = await open({ locale: 'en' })
    await user.type(box(t('desk.area')), 'gone')
    expect(screen.queryByRole('option')).toBeNull()
    await user.clear(box(t('desk.area')))
    await user.type(box(t('desk.area')), '长风{Enter}')
    expect(box(t('desk.area')).value).toBe('Putuo › Changfeng')
    await user.type(field, 'noise')
    await file()
    expect(await sent()).toMatchObject({ districtId: 'd1', streetId: 's1' })
  })

  it.each(['zh-CN', 'en'] as const)('shows at its field what the server refused of it (%s)', async (locale) => {
    const { user, t, field, form, box, file, server } = await open({ locale })
    const errors = [
      { path: 'text', code: 'tooLong', bound: 5000, message: 'Too big' },
      { path: 'place', code: 'tooLong', bound: 300, message: 'Too big' },
      { path: 'matterCode', code: 'unknown', message: 'Unknown' },
    ]
    server.answers[post] = () => refused(422, { code: 'request.invalid', errors })
    await user.type(field, '噪音')
    box(t('desk.matter')).focus()
    await file()
    await waitFor(() => expect(fault(field)).toBe(t('field.tooLong', { bound: 5000 })))
    expect(document.activeElement, 'the hands go to the first one').toBe(field)
    expect(fault(within(form).getByRole('textbox', { name: t('desk.place') }))).toBe(t('field.tooLong', { bound: 300 }))
    expect(fault(box(t('desk.matter')))).toBe(t('field.unknown'))
    expect(form.textContent).toContain(t('problem.request.invalid'))
    expect(field.value, 'what was typed stays').toBe('噪音')
    server.hold(post)
    await file()
    await waitFor(() => expect(fault(field), 'forgotten once it is sent again').toBeUndefined())
  })

  it('suggests the title out of the request until a person writes one', async () => {
    const { user, t, field, form, file, sent, server, save } = await open()
    const title = within(form).getByRole<HTMLInputElement>('textbox', { name: t('desk.ticketTitle') })
    await user.type(field, '您好，我想反映楼下路灯坏了。')
    expect(title.value).toBe('楼下路灯坏了')
    await user.type(title, '三天')
    await user.type(field, '还有井盖。')
    expect(title.value, 'never overwritten').toBe('楼下路灯坏了三天')
    await user.clear(title)
    expect(title.value, 'nor filled in again').toBe('')
    await user.type(title, '路灯、井盖')
    save()
    await waitFor(() =>
      expect(server.bodies('PUT /api/drafts/draft-1').at(-1)).toMatchObject({
        content: { title: '路灯、井盖', touched: expect.arrayContaining(['title']) },
      }),
    )
    await file()
    expect(await sent()).toMatchObject({ title: '路灯、井盖' })
  })

  it('knows the citizen by name, and files the name that a person wrote', async () => {
    const { user, t, field, form, file, sent } = await open()
    const name = within(form).getByRole<HTMLInputElement>('textbox', { name: t('desk.callerName') })
    await waitFor(() => expect(name.value).toBe('李女士'))
    await user.type(name, '（李红）')
    await user.type(field, '噪音')
    await file()
    expect(await sent()).toMatchObject({ citizenName: '李女士（李红）' })
  })

  it('a tick that nothing stands behind leads to the empty field', async () => {
    const { user, t, field, form } = await open()
    const tick = (name: string) => within(form).getByRole('button', { name })
    await user.click(tick('地'))
    const place = within(form).getByRole('textbox', { name: t('desk.place') })
    expect(document.activeElement).toBe(place)
    expect(tick('地').getAttribute('aria-pressed')).toBe('false')
    await user.click(tick('时'))
    expect(document.activeElement).toBe(field)
    await user.type(place, '桥下')
    expect(tick('地').getAttribute('aria-pressed')).toBe('true')
    await user.clear(place)
    expect(tick('地').getAttribute('aria-pressed')).toBe('false')
  })

  it('reads which elements are told, and believes the agent before its own reading', async () => {
    const { user, t, field, form, file, server, save } = await open()
    const told = () =>
      within(within(form).getByRole('group', { name: t('desk.elements') }))
        .getAllByRole('button')
        .map((one) => `${one.textContent}${one.getAttribute('aria-pressed') === 'true' ? '✓' : ''}`)
    expect(told()).toEqual(['时', '地', '人', '因', '果'])
    await user.type(field, '昨天井盖坏了，请修理')
    expect(told()).toEqual(['时✓', '地', '人', '因✓', '果✓'])
    await user.click(within(form).getByRole('button', { name: '人' }))
    await user.click(within(form).getByRole('button', { name: '时' }))
    expect(told()).toEqual(['时', '地', '人✓', '因✓', '果✓'])
    save()
    await waitFor(() =>
      expect(server.bodies('PUT /api/drafts/draft-1').at(-1)).toMatchObject({
        content: { elements: { person: true, time: false } },
      }),
    )
    await file()
    await screen.findByText(t('desk.filed'))
  })
})

describe('an answer on the spot', () => {
  it('opens and closes by its key, and closes the ticket with what was written', async () => {
    const { user, t, field, sent, file } = await open()
    await user.type(field, '如何办理居住证')
    await user.keyboard('{Alt>}d{/Alt}')
    const answer = screen.getByRole<HTMLTextAreaElement>('textbox', { name: t('desk.answer') })
    expect(document.activeElement).toBe(answer)
    expect(screen.getByText(t('desk.answerTells'))).toBeDefined()
    await user.click(screen.getByRole('checkbox', { name: t('desk.replyWanted') }))
    expect(screen.getByText(t('desk.answerTellsNobody')), 'whom it tells').toBeDefined()
    const end = screen.getByRole<HTMLButtonElement>('button', { name: new RegExp(t('desk.answerAndClose')) })
    expect(end.disabled).toBe(true)
    await user.type(answer, '到社区事务中心。')
    await user.keyboard('{Escape}')
    expect(document.activeElement, 'the hands are back in the request').toBe(field)
    await user.keyboard('{Alt>}d{/Alt}')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: t('desk.answer') }).value).toBe('到社区事务中心。')
    await file()
    expect(await sent()).toMatchObject({ text: '如何办理居住证', answer: '到社区事务中心。', replyWanted: false })
  })

  it('is not sent along when the request is filed after the answer was put away', async () => {
    const { user, t, field, sent, file } = await open({ content: { text: '噪音', answer: '已告知' } })
    expect(screen.getByRole('textbox', { name: t('desk.answer') }), 'one that was begun is open').toBeDefined()
    await user.click(screen.getByRole('button', { name: t('ui.cancel') }))
    field.focus()
    await file()
    expect(await sent()).not.toHaveProperty('answer')
  })

  it.each(['text', 'answer'])('cannot be given while the %s is missing', async (missing) => {
    const { user, t, server, file, field } = await open({ content: { text: '噪音', answer: '已告知' } })
    const answer = screen.getByRole('textbox', { name: t('desk.answer') })
    const [empty, other] = missing === 'text' ? [field, answer] : [answer, field]
    await user.clear(empty)
    other.focus()
    await file()
    expect(server.bodies(post)).toHaveLength(0)
    expect(document.activeElement, 'the hands are led to it').toBe(empty)
  })
})
