import { screen, waitFor, within } from '@testing-library/dom'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Softphone } from '../../../console/softphone/Softphone.tsx'
import type { Board } from '../../../console/softphone/softphone.api.ts'
import { fakeServer, FakeEventSource, refused } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'
import { boardOf, call, plugIn, since } from './telephone.sample.ts'

describe('the telephone in the bar', () => {
  beforeEach(() => {
    plugIn()
    document.title = '工单 · 一线'
  })
  /** The telephone over a server that answers with `board`, and a practice carrier whose stream the test holds. */
  const open = async (first: Board, { elsewhere = false } = {}) => {
    let board = first
    let told = 0
    plugIn({ elsewhere })
    const detail = { call, turns: [], recordings: [] }
    const server = fakeServer({
      'GET /api/calls': () => board,
      'GET /api/presence': () => ({ all: [] }),
      'GET /api/softphone/token': () => ({
        kind: 'practice',
        token: 'token-1',
        url: 'http://carrier.test',
        ttlSeconds: 3600,
      }),
      'POST /api/presence/ready': () => (board = boardOf('ready')).presence,
      'POST /api/presence/break': () => (board = boardOf('break')).presence,
      'POST /api/presence/offline': () => (board = boardOf('offline')).presence,
      'POST /api/calls/call-1/mute': () => ((board = boardOf('talking', { state: 'talking', muted: true })), detail),
      'POST /api/calls/call-1/unmute': () => ((board = boardOf('talking', { state: 'talking' })), detail),
      'POST /api/calls/call-1/hold': () => ((board = boardOf('talking', { state: 'held', heldSince: since })), detail),
      'POST /api/calls/call-1/resume': () => ((board = boardOf('talking', { state: 'talking' })), detail),
      'POST /api/calls/call-1/end': () => ((board = boardOf('wrapUp', { state: 'ended' })), detail),
      'POST /api/calls/call-1/decline': () => ((board = boardOf('ready')), detail),
      'POST /api/calls/call-1/wrap-up': () => ((board = boardOf('ready')), detail),
      'POST http://carrier.test/client/v1/calls/leg-1/accept': () => ({}),
    })
    const shown = await show(() => <Softphone />, {
      path: '/tickets',
      session: someone({ permissions: ['call.take', 'desk.use'] }),
    })
    const telephone = await screen.findByRole('group', { name: shown.t('softphone.title') })
    const line = () =>
      FakeEventSource.opened.find(({ url, closed }) => url.startsWith('http://carrier.test') && !closed)
    const mood = (name: Parameters<typeof shown.t>[0]) =>
      within(telephone).findByRole('button', { name: new RegExp(`^${shown.t(name)}`) })
    return {
      ...shown,
      server,
      telephone,
      button: (name: string) => within(telephone).findByRole('button', { name }),
      /** Waits until the pill says this. */
      mood,
      /** The carrier’s stream, once the browser has asked for it. */
      line: async () => {
        await waitFor(() => expect(line()).toBeDefined())
        return line() ?? new FakeEventSource('none')
      },
      /** What the server says changes, and it says so. */
      becomes: (next: Board) => {
        board = next
        FakeEventSource.opened
          .find(({ url }) => url.startsWith('/api/live'))
          ?.say('message', { seq: ++told, topic: 'queue', type: 'changed', id: 'queue', payload: { lineId: null } })
      },
    }
  }

  it('is not there for those who take no calls', async () => {
    fakeServer({})
    const { t } = await show(() => <Softphone />, { session: someone() })
    expect(screen.queryByRole('group', { name: t('softphone.title') })).toBeNull()
  })

  it('becomes ready once the carrier knows this browser, not before', async () => {
    const phone = await open(boardOf('offline'))
    await phone.user.click(await phone.mood('softphone.mood.offline'))
    await phone.user.click(await screen.findByRole('menuitem', { name: new RegExp(phone.t('softphone.to.ready')) }))
    const line = await phone.line()
    expect(line.url).toBe('http://carrier.test/client/v1/events?token=token-1')
    expect(phone.server.bodies('POST /api/presence/ready')).toHaveLength(0)
    line.say('registered', {})
    await phone.mood('softphone.mood.ready')
    expect(phone.server.bodies('POST /api/presence/ready')).toHaveLength(1)
  })

  it('goes to a break and back by its key', async () => {
    const phone = await open(boardOf('ready'))
    await phone.mood('softphone.mood.ready')
    await phone.user.keyboard('{Alt>}r{/Alt}')
    await phone.mood('softphone.mood.break')
    ;(await phone.line()).say('registered', {})
    await phone.user.keyboard('{Alt>}r{/Alt}')
    await phone.mood('softphone.mood.ready')
  })

  it('says who calls and on which line, is answered by key, and leads to the desk', async () => {
    const phone = await open(boardOf('ready'))
    const line = await phone.line()
    line.say('registered', {})
    phone.becomes(boardOf('ringing', {}))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain(phone.t('softphone.incoming'))
    expect(alert.textContent).toContain('李女士 138****0001')
    expect(alert.textContent).toContain('12345热线')
    expect(document.title).toContain('☎')
    line.say('incoming', { callSid: 'leg-1' })
    await phone.user.keyboard('{Alt>}a{/Alt}')
    await waitFor(() =>
      expect(phone.server.bodies('POST http://carrier.test/client/v1/calls/leg-1/accept')).toHaveLength(1),
    )
    await waitFor(() => expect(phone.path()).toBe('/desk?open=call:call-1'))
    phone.becomes(boardOf('talking', { state: 'talking', answeredAt: since }))
    await phone.mood('softphone.mood.talking')
    expect(document.title).toBe('工单 · 一线')
  })

  it('waits for a leg that is still on its way when it is answered early', async () => {
    const phone = await open(boardOf('ringing', {}))
    const line = await phone.line()
    line.say('registered', {})
    const answer = await phone.button(phone.t('softphone.answer'))
    await phone.user.click(answer)
    expect(answer.getAttribute('aria-busy')).toBe('true')
    const accepted = () => phone.server.bodies('POST http://carrier.test/client/v1/calls/leg-1/accept')
    expect(accepted()).toHaveLength(0)
    line.say('incoming', { callSid: 'leg-1' })
    await waitFor(() => expect(accepted()).toHaveLength(1))
  })

  it('says that the carrier found it too late, and can be pressed again', async () => {
    const phone = await open(boardOf('ringing', {}))
    phone.server.answers['POST http://carrier.test/client/v1/calls/leg-1/accept'] = () => refused(409, {})
    const line = await phone.line()
    line.say('registered', {})
    line.say('incoming', { callSid: 'leg-1' })
    const answer = await phone.button(phone.t('softphone.answer'))
    await phone.user.click(answer)
    expect(await screen.findByText(phone.t('problem.softphone.refused'))).toBeTruthy()
    await waitFor(() => expect(answer.getAttribute('aria-busy')).not.toBe('true'))
    expect(phone.path()).toBe('/tickets')
  })

  it('declines by the server, never by dropping the leg', async () => {
    const phone = await open(boardOf('ringing', {}))
    await phone.user.click(await phone.button(phone.t('softphone.decline')))
    await phone.mood('softphone.mood.ready')
    expect(phone.server.bodies('POST /api/calls/call-1/decline')).toHaveLength(1)
  })

  it('does not name a number that is withheld', async () => {
    await open(boardOf('ringing', { caller: { ...call.caller, name: null, phone: '', withheld: true } }))
    expect((await screen.findByRole('alert')).textContent).toContain('未显示号码')
  })

  it('mutes, holds and ends by keys, and shows what holds', async () => {
    const phone = await open(boardOf('talking', { state: 'talking' }))
    await phone.button(phone.t('softphone.mute'))
    await phone.user.keyboard('{Alt>}m{/Alt}')
    expect((await phone.button(phone.t('softphone.unmute'))).getAttribute('aria-pressed')).toBe('true')
    await phone.user.keyboard('{Alt>}m{/Alt}')
    expect((await phone.button(phone.t('softphone.mute'))).getAttribute('aria-pressed')).toBe('false')
    expect(phone.server.bodies('POST /api/calls/call-1/unmute')).toHaveLength(1)
    await phone.user.keyboard('{Alt>}h{/Alt}')
    await phone.mood('softphone.mood.held')
    await phone.user.click(await phone.button(phone.t('softphone.resume')))
    await phone.mood('softphone.mood.talking')
    await phone.user.keyboard('{Alt>}e{/Alt}')
    await phone.mood('softphone.mood.wrapUp')
  })

  it('keeps a call that was not taken before the agent’s eyes, with the way back', async () => {
    const missed = boardOf('break')
    const phone = await open({ ...missed, presence: missed.presence && { ...missed.presence, missedAt: since } })
    const told = await within(phone.telephone).findByRole('status')
    expect(told.textContent).toContain('10:00 有来电未接')
    await phone.user.click(within(told).getByRole('button', { name: phone.t('softphone.missedReady') }))
    ;(await phone.line()).say('registered', {})
    await phone.mood('softphone.mood.ready')
    expect(within(phone.telephone).queryByRole('status')).toBeNull()
  })

  it('takes one press at a time', async () => {
    const phone = await open(boardOf('talking', { state: 'talking' }))
    let answer: (detail: unknown) => void = () => {}
    phone.server.answers['POST /api/calls/call-1/end'] = () => new Promise((resolve) => (answer = resolve))
    await phone.button(phone.t('softphone.end'))
    await phone.user.keyboard('{Alt>}e{/Alt}{Alt>}e{/Alt}{Alt>}h{/Alt}')
    expect(phone.server.bodies('POST /api/calls/call-1/end')).toHaveLength(1)
    expect(phone.server.bodies('POST /api/calls/call-1/hold')).toHaveLength(0)
    answer({ call, turns: [], recordings: [] })
  })

  it('says what the server refused and goes on with what the server says', async () => {
    const phone = await open(boardOf('talking', { state: 'talking' }))
    phone.server.answers['POST /api/calls/call-1/hold'] = () =>
      refused(409, { code: 'call.conflict', title: '电话已结束' })
    await phone.user.click(await phone.button(phone.t('softphone.hold')))
    expect(await screen.findByText('电话已结束')).toBeTruthy()
    await phone.mood('softphone.mood.talking')
  })

  it('says that calls would not ring while the line is broken, and mends it with a newer credential', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const phone = await open(boardOf('ready'))
      const line = await phone.line()
      line.say('registered', {})
      line.dispatchEvent(new Event('error'))
      expect(await within(phone.telephone).findByText(phone.t('softphone.noLine'))).toBeTruthy()
      expect(line.closed).toBe(true)
      await vi.advanceTimersByTimeAsync(1_500)
      ;(await phone.line()).say('registered', {})
      await waitFor(() => expect(within(phone.telephone).queryByText(phone.t('softphone.noLine'))).toBeNull())
      expect(phone.server.bodies('GET /api/softphone/token').length, 'asked anew').toBeGreaterThan(1)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is in one window only: another shows the state, cannot answer, and can take it over', async () => {
    const phone = await open(boardOf('ringing', {}), { elsewhere: true })
    expect(await within(phone.telephone).findByText(phone.t('softphone.elsewhere'))).toBeTruthy()
    expect(within(phone.telephone).queryByRole('button', { name: phone.t('softphone.answer') })).toBeNull()
    await phone.user.keyboard('{Alt>}a{/Alt}')
    expect(document.title, 'it rings in the other').not.toContain('☎')
    expect(phone.server.bodies('GET /api/softphone/token'), 'no second line').toHaveLength(0)
    phone.becomes(boardOf('ready'))
    await phone.user.click(await phone.mood('softphone.mood.ready'))
    await phone.user.click(await screen.findByRole('menuitem', { name: new RegExp(phone.t('softphone.take')) }))
    await phone.line()
  })

  it('picks its own leg up by itself when it is the agent who rings somebody', async () => {
    const phone = await open(boardOf('ringing', { direction: 'out' }))
    await phone.mood('softphone.mood.dialling')
    expect(screen.queryByRole('alert')).toBeNull()
    const line = await phone.line()
    line.say('registered', {})
    line.say('incoming', { callSid: 'leg-1' })
    await waitFor(() =>
      expect(phone.server.bodies('POST http://carrier.test/client/v1/calls/leg-1/accept')).toHaveLength(1),
    )
  })
})
