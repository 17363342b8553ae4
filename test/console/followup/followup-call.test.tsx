import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { TicketActionDto } from '../../../api/tickets/ticket.dto.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { refused } from '../../support/fake-server.ts'
import { Softphone } from '../../../console/softphone/Softphone.tsx'
import { boardOf, call, plugIn } from '../softphone/telephone.sample.ts'
import { sampleAnswer, sampleTicket } from '../tickets/ticket.sample.ts'
import { followUpOf, openDesk } from './followup.scene.tsx'

const mine = { id: 'staff-1', name: '孙文静' }
const path = '/follow-up?id=f1'

describe('asking one citizen', () => {
  const open = async (over: Parameters<typeof openDesk>[0] = {}) => {
    const desk = await openDesk({ rows: [followUpOf({ claimedBy: mine })], path, ...over })
    await screen.findByRole('group', { name: desk.t('followUp.ask.contacted') })
    const pressed = () => screen.queryAllByRole('button', { pressed: true }).map(({ textContent }) => textContent ?? '')
    const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: new RegExp(desk.t('followUp.submit')) })
    return { ...desk, pressed, submit }
  }

  it.each<Locale>(['zh-CN', 'en'])(
    'takes the three answers by digits, and sends them by a key (%s)',
    async (locale) => {
      const { user, t, sent, pressed, submit, path: where } = await open({ locale })
      expect(submit().disabled).toBe(true)
      await user.keyboard('12')
      expect(pressed()).toEqual([`1${t('followUp.yes.contacted')}`, `2${t('followUp.no.solved')}`])
      await user.keyboard('4')
      expect(pressed().at(-1)).toBe(`4${t('grade.4')}`)
      expect(submit().disabled).toBe(false)
      await user.keyboard('{Control>}{Enter}{/Control}')
      await waitFor(() => expect(where()).toBe('/follow-up'))
      expect(sent('answers')).toEqual([{ version: 3, contacted: true, solved: false, grade: 4 }])
      expect(await screen.findByText(t('followUp.submitted'))).toBeTruthy()
    },
  )

  it('takes no digit that is no answer to the question, and nothing by key before all are answered', async () => {
    const { user, sent, pressed } = await open()
    await user.keyboard('5{Control>}{Enter}{/Control}')
    expect(pressed()).toEqual([])
    expect(sent('answers')).toEqual([])
  })

  it('goes back by Backspace, and answers again', async () => {
    const { user, t, pressed } = await open()
    await user.keyboard('11{Backspace}2')
    expect(pressed()).toEqual([`1${t('followUp.yes.contacted')}`, `2${t('followUp.no.solved')}`])
  })

  it('asks the dissatisfied why, and says what the reason does; digits typed into it answer nothing', async () => {
    const { user, t, sent, pressed, press } = await open()
    await user.keyboard('121')
    const reason = await screen.findByRole('textbox', { name: t('followUp.reason') })
    expect(screen.getByText(t('followUp.reasonHint'))).toBeTruthy()
    await user.type(reason, ' 3天没人来 ')
    expect(pressed().at(-1)).toBe(`1${t('grade.1')}`)
    await press(t('followUp.submit'))
    await waitFor(() => expect(sent('answers')).toHaveLength(1))
    expect(sent('answers')[0]).toMatchObject({ grade: 1, reason: '3天没人来' })
  })

  it('begins with what was answered by text already', async () => {
    const { user, t, pressed } = await open({
      rows: [followUpOf({ claimedBy: mine, contacted: true, step: 'solved' })],
    })
    expect(pressed()).toEqual([`1${t('followUp.yes.contacted')}`])
    await user.keyboard('2')
    expect(pressed()).toEqual([`1${t('followUp.yes.contacted')}`, `2${t('followUp.no.solved')}`])
  })

  it('keeps what was heard when somebody else was quicker, and says so', async () => {
    const { user, t, server, act, pressed, path: where } = await open()
    server.answers[act('answers')] = () => refused(409, { code: 'follow-up.conflict' })
    await user.keyboard('115{Control>}{Enter}{/Control}')
    expect(await screen.findByText(t('followUp.news'))).toBeTruthy()
    expect(pressed()).toHaveLength(3)
    expect(where()).toBe(path)
    await waitFor(() => expect(server.bodies('GET /api/follow-ups/f1').length).toBeGreaterThan(1))
  })

  it('writes down a call in vain: the one who may be tried again stays open, the one who refused leaves', async () => {
    const { user, t, sent, press, server, act, path: where } = await open()
    await user.type(screen.getByRole('textbox', { name: t('followUp.attempt.note') }), ' 无人接听两次 ')
    await press(t('followUp.attempt.noAnswer'))
    await screen.findByText(t('followUp.attempted'))
    expect(where()).toBe(path)
    server.answers[act('attempts')] = () => followUpOf({ state: 'noReply' })
    await press(t('followUp.attempt.refused'))
    await waitFor(() => expect(where()).toBe('/follow-up'))
    expect(sent('attempts')).toEqual([
      { version: 3, outcome: 'noAnswer', note: '无人接听两次' },
      { version: 4, outcome: 'refused', note: '无人接听两次' },
    ])
  })

  it('leads on to the next citizen', async () => {
    const next = followUpOf({ id: 'f2', ticket: sampleTicket([], { id: 't2', title: '井盖破损' }), claimedBy: mine })
    const { user, path: where } = await open({ rows: [followUpOf({ claimedBy: mine }), next] })
    await user.keyboard('115{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('heading', { name: '井盖破损' })).toBeTruthy()
    expect(where()).toBe('/follow-up?id=f2')
  })

  it.each(['/follow-up', path])('closes the last one, and opens it no more by itself (%s)', async (from) => {
    const { user } = await open({ path: from, after: { state: 'answered' } })
    await user.keyboard('115{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('heading', { level: 2 })).toBeNull())
  })

  it('without a talk asks why there was none, and goes to where that is written', async () => {
    const { user, t, sent } = await open({ rows: [followUpOf({ claimedBy: mine, call: null })] })
    await user.keyboard('115{Control>}{Enter}{/Control}')
    const reason = await screen.findByRole('textbox', { name: t('followUp.withoutCall') })
    expect(document.activeElement).toBe(reason)
    expect(screen.getByText(t('act.missing', { field: t('followUp.withoutCall') }))).toBeTruthy()
    expect(sent('answers')).toEqual([])
    await user.keyboard('当面答复{Control>}{Enter}{/Control}')
    await waitFor(() => expect(sent('answers')).toMatchObject([{ withoutCall: '当面答复' }]))
  })

  it.each([
    ['answers', 'answered'],
    ['attempts', 'other'],
  ] as const)('ends the writing-up of its talk by itself: %s', async (what, outcome) => {
    plugIn()
    const { user, t, server, press } = await open({
      beside: () => <Softphone />,
      permissions: ['call.take'],
      answers: {
        'GET /api/calls': () => boardOf('wrapUp', { state: 'wrapUp', direction: 'out' }),
        'GET /api/presence': () => ({ all: [] }),
        'POST /api/calls/call-1/wrap-up': () => ({ call, turns: [], recordings: [] }),
      },
    })
    await screen.findByRole('button', { name: new RegExp(t('softphone.mood.wrapUp')) })
    if (what === 'answers') await user.keyboard('115{Control>}{Enter}{/Control}')
    else await press(t('followUp.attempt.refused'))
    await waitFor(() =>
      expect(server.bodies('POST /api/calls/call-1/wrap-up')).toEqual([
        what === 'answers' ? { outcome } : { outcome, note: t('followUp.attempt.refused') },
      ]),
    )
  })

  it('shows the answer that this round asks about, not one that was given since', async () => {
    const { t } = await open({
      ticket: {
        answers: [
          sampleAnswer({ id: 'a1', text: '已更换灯泡', state: 'passed' }),
          sampleAnswer({ id: 'a2', text: '线路重修', state: 'passed', round: 1 }),
          sampleAnswer({ id: 'a3', text: '草稿', state: 'sentBack' }),
        ],
      },
    })
    const panel = (await screen.findByRole('region', { name: t('followUp.answerGiven') })).textContent
    expect(panel).toContain('已更换灯泡')
    expect(panel).not.toMatch(/线路重修|草稿/)
  })
})

describe('who has the call', () => {
  it('is taken by a key with the version that was seen, and given back', async () => {
    const { user, t, server, act, sent, press } = await openDesk({ path, after: { claimedBy: mine } })
    await screen.findByRole('button', { name: t('followUp.claim') })
    await user.keyboard('l')
    await screen.findByRole('button', { name: t('followUp.release') })
    expect(screen.queryByRole('button', { name: t('followUp.claim') })).toBeNull()
    server.answers[act('claim')] = () => followUpOf({ version: 5 })
    await press(t('followUp.release'))
    expect(await screen.findByRole('button', { name: t('followUp.claim') })).toBeTruthy()
    expect(sent('claim')).toEqual([
      { version: 3, claim: true },
      { version: 4, claim: false },
    ])
  })

  it('cannot be taken from somebody else, who is named instead', async () => {
    const { user, t, sent } = await openDesk({
      path,
      rows: [followUpOf({ claimedBy: { id: 'staff-2', name: '王强' } })],
    })
    await screen.findByText(t('followUp.noPhone'))
    expect(screen.getAllByText(t('followUp.claimedBy', { name: '王强' })).length).toBeGreaterThan(1)
    expect(screen.queryByRole('button', { name: t('followUp.call') })).toBeNull()
    await user.keyboard('l')
    expect(sent('claim')).toEqual([])
  })

  it('cannot be rung without a telephone in this browser, and that is said', async () => {
    const { user, t, button, sent } = await openDesk({ path })
    expect((await button(t('followUp.call'))).disabled).toBe(true)
    expect(screen.getByText(t('followUp.noPhone'))).toBeTruthy()
    await user.keyboard('c')
    expect(sent('claim')).toEqual([])
  })
})

describe('what a supervisor decides', () => {
  const pending = followUpOf({ state: 'answered', contacted: true, solved: false, grade: 1, decision: 'pending' })
  const redo: TicketActionDto = { action: 'redo', tone: 'normal', needs: [], tells: [] }
  const open = (over: Parameters<typeof openDesk>[0] = {}) =>
    openDesk({ rows: [pending], path, roles: ['supervisor'], ticket: { actions: [redo] }, ...over })

  it('asks for a reason first, then has it done again', async () => {
    const { user, t, sent, press, path: where } = await open()
    await press(t('followUp.redo'))
    expect(screen.getByText(t('act.missing', { field: t('followUp.decide.reason') }))).toBeTruthy()
    expect(sent('decision')).toEqual([])
    await user.type(screen.getByRole('textbox', { name: new RegExp(t('followUp.decide.reason')) }), ' 确未解决 ')
    await press(t('followUp.redo'))
    await waitFor(() => expect(where()).toBe('/follow-up'))
    expect(sent('decision')).toEqual([{ version: 3, decision: 'redo', reason: '确未解决' }])
  })

  it('lets only keep what was closed too long ago', async () => {
    const { user, t, sent, button, press } = await open({ ticket: {} })
    await screen.findByText(t('followUp.tooLate'))
    expect((await button(t('followUp.redo'))).disabled).toBe(true)
    await user.type(screen.getByRole('textbox', { name: new RegExp(t('followUp.decide.reason')) }), '已过期')
    await press(t('followUp.keep'))
    await waitFor(() => expect(sent('decision')).toEqual([{ version: 3, decision: 'keep', reason: '已过期' }]))
  })

  it('is shown to others, who decide nothing', async () => {
    const { t } = await open({ roles: ['followUp'] })
    expect(await screen.findByText(t('followUp.decision.pending'))).toBeTruthy()
    expect(screen.queryByRole('button', { name: t('followUp.redo') })).toBeNull()
  })
})
