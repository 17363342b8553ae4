import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { PageBoundary } from '../../../console/app/PageBoundary.tsx'
import { AgentBar } from '../../../console/desk/AgentBar.tsx'
import { DeskPage } from '../../../console/desk/desk.page.tsx'
import type { Board } from '../../../console/softphone/softphone.api.ts'
import { FakeEventSource, refused } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'
import { boardOf, call, plugIn, since } from '../softphone/telephone.sample.ts'
import { agentPermissions, deskServer } from './desk.scene.tsx'
import { sampleCall, sampleCallback, sampleDraft } from './desk.sample.ts'

const say = 'POST http://carrier.test/client/v1/calls/leg-1/say'
const dial = 'POST /api/calls/dial'
const stream = (of: string) => FakeEventSource.opened.find(({ url, closed }) => url.startsWith(of) && !closed)

/** The desk with the telephone in the bar above it, in a window whose line is up. */
const open = async (first: Board, answers: Parameters<typeof deskServer>[0] = {}, path = '/desk') => {
  plugIn()
  let board = first
  let told = 0
  const server = deskServer({
    'GET /api/calls': () => board,
    'GET /api/softphone/token': () => ({ kind: 'practice', token: 'k', url: 'http://carrier.test', ttlSeconds: 3600 }),
    ...answers,
  })
  const shown = await show(
    () => (
      <>
        <AgentBar />
        <PageBoundary>
          <DeskPage />
        </PageBoundary>
      </>
    ),
    { path, session: someone({ permissions: [...agentPermissions, 'call.take'] }) },
  )
  await waitFor(() => expect(stream('http://carrier.test')).toBeDefined())
  stream('http://carrier.test')?.say('registered', {})
  const tell = (topic: string, type: string, id: string, payload: object = {}) =>
    stream('/api/live')?.say('message', { seq: ++told, topic, type, id, payload })
  return {
    ...shown,
    server,
    tell,
    opened: () => decodeURIComponent(shown.path()).replace('/desk', '').replace('?open=', ''),
    /** The server says that the telephone is in another state. */
    becomes: (next: Board) => {
      board = next
      tell('queue', 'changed', 'queue')
    },
  }
}
const talking = boardOf('talking', { state: 'talking', answeredAt: since })
const wrapUp = boardOf('wrapUp', { state: 'wrapUp', answeredAt: since, endedAt: since })

describe('the desk of somebody with a telephone', () => {
  it('opens a call that rings while nothing lies on it, and shows who waits', async () => {
    const { becomes, opened, t } = await open(boardOf('ready'))
    await screen.findByText(t('desk.queueEmpty'))
    const waiting = [{ ...call, id: 'w1', position: 1 }]
    const queues = [{ line: null, waiting: 1, longestSince: since }]
    becomes({ ...boardOf('ringing', {}), waiting, queues, agents: { ...boardOf('ready').agents, ready: 4 } })
    await waitFor(() => expect(opened()).toBe('call:call-1'))
    await screen.findByText(t('desk.queue', { count: 1 }))
    expect(screen.getByText(t('desk.agentsReady', { count: 4 }))).toBeDefined()
    expect(screen.getByText(t('desk.unknownLine'))).toBeDefined()
  })

  it('leaves the form that is being written until the call is answered, and hides the call’s own draft', async () => {
    const items = [
      sampleDraft({ text: '手上的' }),
      sampleDraft({ text: '来电的' }, { id: 'd2', contactId: 'contact-1' }),
    ]
    const answers = { 'GET /api/drafts': () => ({ items }) }
    const { becomes, opened, t } = await open(boardOf('ready'), answers, '/desk?open=draft:draft-1')
    await screen.findByRole('textbox', { name: t('desk.request') })
    const drafts = within(await screen.findByRole('region', { name: t('desk.drafts') }))
    expect(drafts.getByText('来电的'), 'nobody talks about it yet').toBeDefined()
    becomes(boardOf('ringing', {}))
    await screen.findByRole('alert')
    expect(opened()).toBe('draft:draft-1')
    becomes(talking)
    await waitFor(() => expect(opened()).toBe('call:call-1'))
    expect(drafts.queryByText('来电的')).toBeNull()
    expect(drafts.getByText('手上的')).toBeDefined()
  })

  it('is clear again after a call that left the form empty, and keeps one that was written in', async () => {
    const { becomes, opened, t, user } = await open(talking)
    await waitFor(() => expect(opened()).toBe('call:call-1'))
    const field = await screen.findByRole('textbox', { name: t('desk.request') })
    becomes(wrapUp)
    const finish = await screen.findByRole('button', { name: new RegExp(t('desk.finish')) })
    finish.focus()
    becomes(boardOf('ready'))
    await waitFor(() => expect(opened()).toBe(''))
    expect(field.isConnected).toBe(false)
    becomes(talking)
    await waitFor(() => expect(opened()).toBe('call:call-1'))
    await user.type(await screen.findByRole('textbox', { name: t('desk.request') }), '井盖')
    becomes(wrapUp)
    await screen.findByRole('button', { name: new RegExp(t('desk.finish')) })
    becomes(boardOf('ready'))
    await screen.findByText(t('desk.agentsReady', { count: 0 }))
    await waitFor(() => expect(screen.queryByRole('button', { name: new RegExp(t('desk.finish')) })).toBeNull())
    expect(opened()).toBe('call:call-1')
  })

  it('asks what a talk came to that became no ticket: a key opens it, Enter or a number answers, something else takes words', async () => {
    const wrapped = 'POST /api/calls/call-1/wrap-up'
    const answers = { [wrapped]: () => sampleCall({ state: 'ended' }) }
    const { server, t, user } = await open(wrapUp, answers, '/desk?open=call:call-1')
    const asks = async () => {
      await screen.findByRole('button', { name: new RegExp(t('desk.finish')) })
      await user.keyboard('{Alt>}w{/Alt}')
      const asked = await screen.findByRole('group', { name: t('softphone.outcome') })
      await waitFor(() => expect(asked.contains(document.activeElement)).toBe(true))
    }
    const answered = async (body: object) => {
      await waitFor(() => expect(server.bodies(wrapped).at(-1)).toEqual(body))
      await waitFor(() => expect(screen.queryByRole('group', { name: t('softphone.outcome') })).toBeNull())
    }
    await asks()
    expect(document.activeElement?.textContent).toContain(t('softphone.outcome.answered'))
    await user.keyboard('{Enter}')
    await answered({ outcome: 'answered' })
    await asks()
    await user.keyboard('3')
    await answered({ outcome: 'silent' })
    await asks()
    await user.keyboard('7')
    await user.type(await screen.findByRole('textbox', { name: t('softphone.outcomeNote') }), '问路{Enter}')
    await answered({ outcome: 'other', note: '问路' })
  })

  it('is clear again after a call that was passed on, whose form went along', async () => {
    const { becomes, opened, t, user } = await open(talking)
    await user.type(await screen.findByRole('textbox', { name: t('desk.request') }), '井盖')
    screen.getAllByRole('button', { name: new RegExp(t('softphone.transfer')) })[0]?.focus()
    becomes(boardOf('ready'))
    await waitFor(() => expect(opened()).toBe(''))
  })

  it('takes no field away in which the cursor stands: also when the call is gone', async () => {
    const { becomes, opened, t } = await open(talking)
    const field = await screen.findByRole('textbox', { name: t('desk.request') })
    field.focus()
    becomes(boardOf('ready'))
    await screen.findByText(t('desk.agentsReady', { count: 0 }))
    await waitFor(() => expect(screen.queryByRole('button', { name: new RegExp(t('softphone.transfer')) })).toBeNull())
    expect([opened(), document.activeElement]).toEqual(['call:call-1', field])
  })

  it('opens a call that is dialled at once, and nothing when it is picked up', async () => {
    const answers = { 'GET /api/drafts': () => ({ items: [sampleDraft({ text: '手上的' })] }) }
    const dialling = boardOf('ringing', { direction: 'out', state: 'ringing' })
    const { becomes, opened, t, user } = await open(boardOf('ready'), answers, '/desk')
    becomes(dialling)
    await waitFor(() => expect(opened()).toBe('call:call-1'))
    await user.click(await within(await screen.findByRole('region', { name: t('desk.drafts') })).findByText('手上的'))
    await waitFor(() => expect(opened()).toBe('draft:draft-1'))
    const field = await screen.findByRole('textbox', { name: t('desk.request') })
    field.focus()
    becomes(boardOf('talking', { direction: 'out', state: 'talking' }))
    await screen.findAllByText(t('softphone.mood.talking'))
    expect([opened(), document.activeElement]).toEqual(['draft:draft-1', field])
  })

  it('says what is typed on a line without sound, and gives it back when it did not arrive', async () => {
    const { t, user, server } = await open(talking, {
      [say]: () => refused(503, { code: 'internal' }),
    })
    stream('http://carrier.test')?.say('incoming', { callSid: 'leg-1' })
    const words = await screen.findByRole<HTMLInputElement>('textbox', { name: t('desk.say') })
    await user.type(words, ' 您好 {Enter}')
    await screen.findByText(t('problem.softphone.refused'))
    expect(words.value).toBe('您好')
    server.answers[say] = () => ({})
    await user.type(words, '{Enter}')
    await waitFor(() => expect(words.value).toBe(''))
    expect(server.bodies(say)).toEqual([{ text: '您好' }, { text: '您好' }])
  })

  it('rings a citizen back and opens the call', async () => {
    const callback = sampleCallback('cb1', { state: 'claimed', claimedBy: { id: 'staff-1', name: '孙文静' } })
    const dialled = boardOf('ringing', { state: 'ringing', direction: 'out' })
    const { t, user, opened, server, becomes } = await open(boardOf('ready'), {
      'GET /api/callbacks': () => ({ items: [callback] }),
      [dial]: () => (becomes(dialled), sampleCall({ state: 'ringing', direction: 'out' })),
    })
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: t('desk.dialBack') })
    await waitFor(() => expect(button.disabled).toBe(false))
    await user.click(button)
    await waitFor(() => expect(opened()).toBe('call:call-1'))
    expect(server.bodies(dial)).toEqual([{ callbackId: 'cb1' }])
    expect(button.disabled, 'one call at a time').toBe(true)
  })
})

describe('news that are said at every desk', () => {
  it('tell danger in a ticket with its number and lead there', async () => {
    const { tell, t, user, path } = await open(boardOf('ready'))
    tell('alert', 'danger', 't7', { danger: 'gas', number: '202606010007' })
    await screen.findByText(t('desk.alert', { danger: t('danger.gas') }))
    expect(screen.getByText(t('desk.alertTicket', { number: '2026 0601 0007' }))).toBeDefined()
    await user.click(screen.getByRole('button', { name: t('desk.openTicket') }))
    await waitFor(() => expect(path()).toBe('/tickets/t7'))
  })

  it('tell danger in somebody’s call with the number to ring, but not to the agent who has it before their eyes', async () => {
    const { tell, t } = await open(talking)
    await screen.findByRole('region', { name: t('desk.transcript') })
    tell('alert', 'danger', 'call-1', { danger: 'fire', callId: 'call-1', call: '119' })
    tell('alert', 'danger', 'call-2', { danger: 'gas', callId: 'call-2', call: '119' })
    await screen.findByText(t('desk.alert', { danger: t('danger.gas') }))
    expect(screen.getByText(t('desk.alertCall', { call: '119' }))).toBeDefined()
    expect(screen.queryByText(t('desk.alert', { danger: t('danger.fire') }))).toBeNull()
  })
})
