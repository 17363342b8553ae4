import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { refused } from '../../support/fake-server.ts'
import { sampleTicket } from '../tickets/ticket.sample.ts'
import { agentPermissions, deskServer, sitDown } from './desk.scene.tsx'
import { at, sampleCitizen, sampleDraft } from './desk.sample.ts'

const supplement = 'POST /api/tickets/t7/actions'
const reveal = 'POST /api/citizens/c1/reveal'
const lamp = sampleTicket([], { id: 't7', number: '202606010007', title: '路灯不亮三天', version: 6 })

/** The desk with a written form on it; `part` is a part of the column that helps with it. */
const open = async (
  answers: Parameters<typeof deskServer>[0] = {},
  { content = {}, ...given }: Parameters<typeof sitDown>[1] & { content?: Record<string, string> } = {},
) => {
  const server = deskServer(answers)
  server.kept.draft = sampleDraft({ text: '路灯坏了三天', ...content })
  const desk = await sitDown(server, given)
  await desk.request()
  return {
    ...desk,
    part: async (...name: Parameters<typeof desk.t>) =>
      within(await screen.findByRole('region', { name: desk.t(...name) })),
  }
}

describe('the caller’s card', () => {
  it('shows who it is with a masked number, how often they were in touch, and what is to be remembered', async () => {
    const { part, t } = await open({ 'GET /api/citizens/c1': () => ({ ...sampleCitizen, note: '听力不便，请放慢' }) })
    const card = await part('desk.caller')
    await card.findByText('李女士')
    expect(card.getByText('138****0001')).toBeDefined()
    expect(card.getByText(t('desk.history', { contacts: 3, tickets: 2, open: 1 }))).toBeDefined()
    expect(card.getByText('听力不便，请放慢')).toBeDefined()
  })

  it('shows the whole number for a reason, which is sent, and asked for once', async () => {
    const { part, user, t, server } = await open()
    const card = await part('desk.caller')
    await user.click(await card.findByRole('button', { name: t('desk.reveal') }))
    expect(card.getByText(t('desk.revealNotice'))).toBeDefined()
    const reason = card.getByRole('textbox', { name: t('desk.revealReason') })
    expect(document.activeElement).toBe(reason)
    await user.type(reason, '核{Enter}')
    expect(server.bodies(reveal), 'one character is no reason').toEqual([])
    await user.click(card.getByRole('button', { name: t('desk.revealReason.verify') }))
    const asked = server.hold(reveal)
    await user.type(reason, '{Enter}{Enter}')
    await waitFor(() => expect(asked).toHaveLength(1))
    asked[0]?.answer({ phone: '+8613800010001' })
    await card.findByText(/138 0001 0001/)
    expect(server.bodies(reveal)).toEqual([{ reason: t('desk.revealReason.verify') }])
    expect(card.queryByRole('button', { name: t('desk.reveal') })).toBeNull()
  })

  it('keeps the number masked, and says why, when looking is refused', async () => {
    const { part, user, t } = await open({ [reveal]: () => refused(403, { code: 'auth.forbidden' }) })
    const card = await part('desk.caller')
    await user.click(await card.findByRole('button', { name: t('desk.reveal') }))
    const reason = card.getByRole('textbox', { name: t('desk.revealReason') })
    await user.type(reason, '核对身份{Enter}')
    await waitFor(() => expect(reason.getAttribute('aria-invalid')).toBe('true'))
    expect(card.getByText(t('problem.auth.forbidden'))).toBeDefined()
    expect(card.getByText('138****0001')).toBeDefined()
    await user.keyboard('{Escape}')
    expect(card.queryByRole('textbox')).toBeNull()
  })

  it('offers neither the number nor the pencil to those who may not', async () => {
    const permissions = agentPermissions.filter((one) => !one.startsWith('citizen.'))
    const { part, t } = await open({}, { permissions })
    const card = await part('desk.caller')
    await card.findByText('李女士')
    expect(card.queryByRole('button', { name: t('desk.reveal') })).toBeNull()
    expect(card.queryByRole('button', { name: t('desk.editCaller') })).toBeNull()
  })

  it('says that a number is withheld, which nobody can look at', async () => {
    const { part, t } = await open({ 'GET /api/citizens/c1': () => ({ ...sampleCitizen, phone: '', name: null }) })
    const card = await part('desk.caller')
    await card.findByText(t('softphone.withheld'))
    expect(card.getByText(t('desk.noName'))).toBeDefined()
    expect(card.queryByRole('button', { name: t('desk.reveal') })).toBeNull()
  })

  it('takes down a name and a remark, and keeps what was typed when it could not', async () => {
    const change = 'PATCH /api/citizens/c1'
    const { part, user, t, server } = await open({ [change]: () => refused(503, { code: 'internal' }) })
    const card = await part('desk.caller')
    await user.click(await card.findByRole('button', { name: t('desk.editCaller') }))
    await user.type(card.getByRole('textbox', { name: t('desk.note') }), '听力不便')
    const name = card.getByRole<HTMLInputElement>('textbox', { name: t('desk.callerName') })
    await user.clear(name)
    await user.type(name, '李老师{Enter}')
    await screen.findByText(t('problem.internal'))
    expect(name.value).toBe('李老师')
    server.answers[change] = (body) => ({ ...sampleCitizen, ...Object(body) })
    await user.click(card.getByRole('button', { name: t('ui.save') }))
    await card.findByText('李老师')
    expect(card.getByText('听力不便')).toBeDefined()
    const written = { name: '李老师', note: '听力不便' }
    expect(server.bodies(change)).toEqual([written, written])
  })
})

describe('what the citizen has with us', () => {
  const closed = sampleTicket([], { id: 't8', title: '噪音', state: 'closed', closedAt: at })
  const contact = {
    channel: 'call',
    line: null,
    callId: null,
    ticket: null,
    danger: null,
    endedAt: at,
    handledBy: null,
  }
  const answers = {
    'GET /api/citizens/c1/tickets': () => ({ items: [{ ...lamp, dueAt: null }, closed], next: null }),
    'GET /api/citizens/c1/contacts': () => ({
      items: [
        { ...contact, id: 'k1', state: 'closed', text: '上次说过噪音', startedAt: at },
        { ...contact, id: 'k2', state: 'closed', text: '  ', startedAt: at },
        { ...contact, id: 'contact-1', state: 'open', text: '这一次', startedAt: at },
      ],
      next: null,
    }),
    'GET /api/tickets/t7': () => lamp,
    [supplement]: () => lamp,
  }

  it('takes what is in the form into an open ticket of theirs, once', async () => {
    const { part, user, t, server, request } = await open(answers)
    const tickets = await part('desk.tickets')
    const rows = await tickets.findAllByRole('listitem')
    expect(rows[0] && within(rows[0]).getByRole('link').getAttribute('href')).toBe('/tickets/t7')
    expect(tickets.getAllByRole('button'), 'nothing is added to a closed one').toHaveLength(1)
    await user.click(tickets.getByRole('button', { name: t('desk.addTo') }))
    await screen.findByText(t('desk.added', { number: lamp.number }))
    expect(server.bodies(supplement)).toEqual([{ action: 'supplement', version: 6, input: { text: '路灯坏了三天' } }])
    expect(tickets.getByRole<HTMLButtonElement>('button', { name: t('desk.addedShort') }).disabled).toBe(true)
    await user.clear(await request())
    expect(tickets.queryByRole('button'), 'an empty form adds nothing').toBeNull()
  })

  it('says why it could not be added, and lets it be tried again', async () => {
    const { part, user, t, server } = await open({
      ...answers,
      [supplement]: () => refused(409, { code: 'ticket.conflict' }),
    })
    const add = await (await part('desk.tickets')).findByRole<HTMLButtonElement>('button', { name: t('desk.addTo') })
    await user.click(add)
    await screen.findByText(t('problem.ticket.conflict'))
    expect(add.disabled).toBe(false)
    await user.click(add)
    await waitFor(() => expect(server.bodies(supplement)).toHaveLength(2))
  })

  it('shows what they said before, without empty contacts and without the one that lies open', async () => {
    const server = deskServer(answers)
    server.kept.draft = sampleDraft({ contactId: 'contact-1' }, { contactId: 'contact-1' })
    const { t } = await sitDown(server)
    const earlier = within(await screen.findByRole('region', { name: t('desk.earlier') }))
    expect(earlier.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      expect.stringContaining('上次说过噪音'),
    ])
  })
})

describe('what helps with the form', () => {
  it('shows look-alikes with how alike they are; what is their own takes the words, another’s is merged later', async () => {
    const { part, t, server } = await open({
      'POST /api/tickets/alike': () => ({
        items: [
          { ticket: lamp, likeness: 0.91, sameCitizen: true },
          { ticket: { ...lamp, id: 't9', title: '路灯闪' }, likeness: 0.5, sameCitizen: false },
        ],
      }),
    })
    const [own, other] = await (await part('desk.alike', { count: 2 })).findAllByRole('listitem')
    expect(own?.textContent).toContain(t('desk.likeness', { share: '91%' }))
    expect(own && within(own).getByRole('button', { name: t('desk.addTo') })).toBeDefined()
    expect(other?.textContent).toContain(t('desk.mergeHint'))
    expect(other && within(other).queryByRole('button')).toBeNull()
    expect(server.bodies('POST /api/tickets/alike')[0]).toEqual({
      text: '路灯坏了三天',
      matterCode: null,
      districtId: null,
      streetId: null,
      citizenId: 'c1',
    })
  })

  it.each(['zh-CN', 'en'] as const)('says who will get it, why, and within what limit (%s)', async (locale) => {
    const unit = { id: 'u', name: '普陀区市政', nameEn: 'Putuo works' }
    const place = { matterCode: 'municipal.cover', districtId: 'd1' }
    const { part, t, server } = await open(
      {
        'GET /api/matters/municipal.cover/responsible': (_body, { districtId }) => ({
          responsible: districtId === undefined ? null : { lead: unit, copies: [unit], why: 'districtOfPlace' },
        }),
      },
      { content: place, locale },
    )
    const preview = await part('desk.responsible')
    const name = locale === 'en' ? unit.nameEn : unit.name
    await preview.findByText(name)
    const why = `${t('desk.whyUnit.districtOfPlace')} · ${t('desk.copies', { units: name })}`
    expect(preview.getByText(why)).toBeDefined()
    const limit = await preview.findByText(t('desk.limit', { limit: t('limitUnit.h', { count: 2 }) }))
    expect(limit.nextSibling?.textContent, 'how well it is founded').toContain(t('desk.unverified'))
    expect(server.questions('GET /api/matters/municipal.cover/responsible').at(-1)).toEqual({ districtId: 'd1' })
  })

  it('says that the place is missing where a matter alone does not tell the unit', async () => {
    const { part, t } = await open({}, { content: { matterCode: 'municipal.lamp' } })
    await (await part('desk.responsible')).findByText(t('desk.responsibleUnknown'))
  })

  it('reads what the hotline knows in place, and puts it into the answer below what is there', async () => {
    const article = { id: 'a1', title: '路灯报修流程', excerpt: '拨打', body: '24小时内到场。' }
    const { part, user, t, server } = await open(
      { 'GET /api/articles': () => ({ items: [article], next: null }), 'GET /api/articles/a1': () => article },
      { content: { matterCode: 'municipal.lamp', answer: '您好。' } },
    )
    const knowledge = await part('desk.knowledge')
    await user.keyboard('{Alt>}d{/Alt}')
    expect(screen.queryByRole('textbox', { name: t('desk.answer') }), 'put away').toBeNull()
    await user.click(await knowledge.findByRole('button', { name: /路灯报修流程/, expanded: false }))
    await user.click(await knowledge.findByRole('button', { name: t('desk.insertAnswer') }))
    const answer = screen.getByRole<HTMLTextAreaElement>('textbox', { name: t('desk.answer') })
    expect(document.activeElement).toBe(answer)
    expect(answer.value).toBe('您好。\n24小时内到场。')
    expect(server.questions('GET /api/articles')[0]).toMatchObject({ matterCode: 'municipal.lamp' })
  })
})
