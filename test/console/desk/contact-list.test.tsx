import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { refused } from '../../support/fake-server.ts'
import { sampleTicket } from '../tickets/ticket.sample.ts'
import { agentPermissions, deskServer, sitDown } from './desk.scene.tsx'
import { sampleCallback, sampleDraft, sampleThread } from './desk.sample.ts'

const claim = 'POST /api/callbacks/cb1/claim'
const complete = 'POST /api/callbacks/cb1/complete'

/** The desk with nothing open; `part` is a part of its list of contacts. */
const open = async (answers: Parameters<typeof deskServer>[0] = {}, given: Parameters<typeof sitDown>[1] = {}) => {
  const desk = await sitDown(deskServer(answers), { open: '', ...given })
  return {
    ...desk,
    part: async (...name: Parameters<typeof desk.t>) =>
      within(await screen.findByRole('region', { name: desk.t(...name) })),
  }
}
const callbacks = (...items: ReturnType<typeof sampleCallback>[]) => ({ 'GET /api/callbacks': () => ({ items }) })
const mine = { state: 'claimed', claimedBy: { id: 'staff-1', name: '孙文静' } } as const

describe('the list of contacts', () => {
  it('comes in one piece, so that nothing is pushed away from under the pointer', async () => {
    const server = deskServer()
    const threads = server.hold('GET /api/threads')
    const { t } = await sitDown(server, { open: '' })
    await waitFor(() => expect(threads).toHaveLength(1))
    for (const name of ['desk.drafts', 'desk.callbacks', 'desk.todo'] as const)
      expect(screen.queryByRole('region', { name: t(name) })).toBeNull()
    threads[0]?.answer({ items: [], next: null })
    for (const name of ['desk.drafts', 'desk.texts', 'desk.callbacks', 'desk.todo'] as const)
      await screen.findByRole('region', { name: t(name) })
  })

  it('says in its own place what did not come, and shows the rest', async () => {
    const { t, part } = await open({ 'GET /api/callbacks': () => refused(403, { code: 'auth.forbidden' }) })
    await part('desk.texts')
    expect((await screen.findByRole('alert')).textContent).toContain(t('problem.auth.forbidden'))
    expect(screen.getByRole('button', { name: new RegExp(t('desk.new')) })).toBeDefined()
  })

  it('opens a text that waits, and marks it as the one that lies open', async () => {
    const { t, user, path, part } = await open({
      'GET /api/threads': () => ({ items: [sampleThread()], next: 'more' }),
      'GET /api/threads/c1/messages': () => ({ items: [], next: null }),
    })
    const texts = await part('desk.texts')
    expect(texts.getByRole('heading').textContent, 'there are more').toBe(`${t('desk.texts')}1+`)
    const row = texts.getByRole('button', { name: /李女士 138\*\*\*\*0001.*路灯还是不亮/ })
    expect(row.getAttribute('aria-current')).toBeNull()
    await user.click(row)
    await waitFor(() => expect(decodeURIComponent(path())).toBe('/desk?open=thread:c1'))
    expect(row.getAttribute('aria-current')).toBe('true')
    await screen.findByRole('log')
  })

  it('shows the forms that were begun, none that holds nothing of a contact, and not to those who file none', async () => {
    const drafts = {
      'GET /api/drafts': () => ({
        items: [
          sampleDraft({ text: ' 噪音扰民 ' }),
          sampleDraft({}, { id: 'draft-2', contactId: 'contact-2' }),
          sampleDraft({}, { id: 'draft-3' }),
        ],
      }),
    }
    const { t, part, path, user } = await open(drafts)
    const rows = (await part('desk.drafts')).getAllByRole('button')
    expect(rows.map((row) => row.firstChild?.textContent)).toEqual(['噪音扰民', t('desk.emptyDraft')])
    rows[0]?.focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(decodeURIComponent(path())).toBe('/desk?open=draft:draft-1'))
  })

  it('asks for no forms where nobody may file', async () => {
    const permissions = agentPermissions.filter((one) => one !== 'ticket.file')
    const { server, part, t } = await open({}, { permissions })
    await part('desk.callbacks')
    expect(screen.queryByRole('region', { name: t('desk.drafts') })).toBeNull()
    expect(server.bodies('GET /api/drafts')).toHaveLength(0)
  })

  it.each(['zh-CN', 'en'] as const)(
    'shows what came by text and web, danger before the channel (%s)',
    async (locale) => {
      const items = [
        sampleTicket([], { id: 't1', title: '煤气味', danger: 'gas', channel: 'sms' }),
        sampleTicket([], { id: 't2', title: '噪音', channel: 'web' }),
      ]
      const { part, t, server } = await open(
        {
          'GET /api/tickets': () => ({ items, next: null }),
          'GET /api/tickets/counts': () => ({ bound: 100, counts: { intake: 2, danger: 1, overdue: 100 } }),
        },
        { locale },
      )
      const arrivals = await part('desk.todo.intake')
      expect(arrivals.getAllByRole('img').map((one) => one.getAttribute('aria-label'))).toEqual([
        t('danger.gas'),
        t('channel.web'),
      ])
      expect(arrivals.getAllByRole('link').map((one) => one.getAttribute('href'))).toEqual([
        '/tickets/t1',
        '/tickets/t2',
      ])
      expect(server.questions('GET /api/tickets')[0]).toMatchObject({ view: 'intake', sort: 'clock' })
      const todo = await part('desk.todo')
      const counts = todo.getAllByRole('link').map((one) => [one.getAttribute('href'), one.lastChild?.textContent])
      expect(counts, 'what is not counted to its end says so').toEqual([
        ['/tickets?view=danger', '1'],
        ['/tickets?view=dispatch', '0'],
        ['/tickets?view=overdue', '99+'],
      ])
    },
  )
})

describe('people to ring back', () => {
  it('stand with one’s own first, none of others’, and six until all are asked for', async () => {
    const others = sampleCallback('别人的', { state: 'claimed', claimedBy: { id: 'staff-9', name: '王' } })
    const many = [1, 2, 3, 4, 5, 6].map((n) => sampleCallback(`第${n}位`))
    const { part, user, t } = await open(callbacks(others, ...many, sampleCallback('自己的', mine)))
    const list = await part('desk.callbacks')
    const names = () => list.getAllByRole('listitem').map((row) => /^\S+/.exec(row.textContent ?? '')?.[0])
    expect(names()).toHaveLength(6)
    expect(names()[0]).toBe('自己的')
    await user.click(list.getByRole('button', { name: t('desk.showAll', { count: 7 }) }))
    expect(names()).toEqual(['自己的', ...many.map(({ caller }) => caller.name)])
    expect(list.queryByText(/别人的/)).toBeNull()
  })

  it('are taken, and ended with what came of it', async () => {
    const { part, user, t, server } = await open({
      ...callbacks(sampleCallback('cb1', { attempts: 2, reason: 'voicemail', text: '请回电' })),
      [claim]: () => ({}),
      [complete]: () => ({}),
    })
    const list = await part('desk.callbacks')
    expect(list.getByText(new RegExp(t('desk.callbackReason.voicemail'))).textContent).toContain(
      t('desk.attempts', { count: 2 }),
    )
    expect(list.getByText('请回电')).toBeDefined()
    expect(list.queryByRole('group', { name: t('desk.outcome') }), 'not ours yet').toBeNull()
    server.answers['GET /api/callbacks'] = () => ({ items: [sampleCallback('cb1', mine)] })
    await user.click(list.getByRole('button', { name: t('desk.claim') }))
    await user.click(await list.findByRole('button', { name: t('desk.outcome.noAnswer') }))
    await waitFor(() => expect(server.bodies(complete)).toEqual([{ outcome: 'noAnswer' }]))
    expect(server.bodies(claim)).toHaveLength(1)
  })

  it('say that somebody else was quicker, and are read again', async () => {
    const { part, user, t, server } = await open({
      ...callbacks(sampleCallback('cb1')),
      [claim]: () => refused(409, { code: 'callback.taken' }),
    })
    const list = await part('desk.callbacks')
    server.answers['GET /api/callbacks'] = () => ({ items: [] })
    await user.click(list.getByRole('button', { name: t('desk.claim') }))
    await screen.findByText(t('problem.callback.taken'))
    await list.findByText(t('desk.noCallbacks'))
  })

  it('can only be heard where the number is withheld', async () => {
    const caller = { citizenId: 'c9', phone: '', withheld: true, name: null }
    const voicemail = { recordingId: 'r1', durationSeconds: 20 }
    const { part, t } = await open(callbacks(sampleCallback('cb1', { ...mine, caller, voicemail })))
    const list = await part('desk.callbacks')
    expect(list.getByText(t('softphone.withheld'))).toBeDefined()
    expect(list.queryByRole('button', { name: t('desk.dialBack') })).toBeNull()
    const outcomes = within(list.getByRole('group', { name: t('desk.outcome') })).getAllByRole('button')
    expect(outcomes.map((one) => one.textContent)).toEqual([t('desk.outcome.notNeeded')])
    await list.findByRole('group', { name: t('recording.purpose.voicemail') })
  })

  it('cannot be rung by those who have no telephone', async () => {
    const { part, t } = await open(callbacks(sampleCallback('cb1', mine)))
    const list = await part('desk.callbacks')
    expect(list.getByRole<HTMLButtonElement>('button', { name: t('desk.dialBack') }).disabled).toBe(true)
  })
})
