import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { refused } from '../../support/fake-server.ts'
import { clearScreen } from '../../support/screen.tsx'
import { sampleCitizen, sampleDraft, sampleThread } from '../desk/desk.sample.ts'
import { list, message, open, reply, send, settle, waiting } from './thread.scene.tsx'

describe('the list of conversations', () => {
  it('shows whose texts wait, and walks with keys to the one that is opened', async () => {
    const other = sampleThread({ citizenId: 'c2', name: null, phone: '', waiting: null })
    const ours = { ...other, last: { ...other.last, direction: 'out', body: '已安排' } }
    const { user, path, t, server } = await open(
      { 'GET /api/threads': () => ({ items: [sampleThread(), ours], next: null }) },
      { path: '/threads' },
    )
    const rows = await screen.findAllByRole('listitem')
    expect(rows[0]?.textContent).toContain('李女士 138****0001')
    expect(rows[0] && within(rows[0]).getByRole('img', { name: t('threads.waiting') })).toBeDefined()
    expect(rows[1]?.textContent).toContain(t('softphone.withheld'))
    expect(rows[1]?.textContent).toContain(t('threads.ours', { text: '已安排' }))
    await user.keyboard('jj{Enter}')
    await waitFor(() => expect(path()).toBe('/threads?citizen=c2'))
    await user.click(screen.getByRole('button', { name: t('threads.all') }))
    await waitFor(() => expect(path()).toContain('all=1'))
    await waitFor(() => expect(server.questions('GET /api/threads').at(-1)).toMatchObject({ needsAnswer: 'false' }))
    expect(server.questions('GET /api/threads')[0]).toMatchObject({ needsAnswer: 'true' })
  })
})

describe('a conversation', () => {
  it('stands oldest first, and says of ours whether it arrived and of which ticket it is', async () => {
    const { log, t } = await open({
      [list]: () => ({
        items: [
          message('m3', '', {
            attachments: [{ id: 'f1', name: '井盖.jpg', contentType: 'image/jpeg', size: 9, state: 'stored' }],
          }),
          message('m2', '已安排', { direction: 'out', status: 'failed', ticketId: 't1', ticketNumber: '202606010001' }),
          message('m1', '路灯还是不亮', { createdAt: '2026-05-31T02:00:00.000Z' }),
        ],
        next: null,
      }),
    })
    const said = within(await log())
    await said.findByText('已安排')
    const texts = said.getAllByRole('listitem').map((one) => one.textContent ?? '')
    const place = (text: string) => texts.findIndex((one) => one.includes(text))
    expect(place('路灯还是不亮')).toBeLessThan(place('已安排'))
    expect(texts[place('已安排')]).toContain(t('threads.status.failed'))
    expect(said.getByRole('link', { name: '2026 0601 0001' }).getAttribute('href')).toBe('/tickets/t1')
    const picture = said.getByRole('img', { name: t('threads.picture', { name: '井盖.jpg' }) })
    expect(picture.closest('a')?.getAttribute('href')).toBe('/api/attachments/f1')
    picture.dispatchEvent(new Event('error'))
    const link = await said.findByRole('link', { name: /井盖\.jpg/ })
    expect(link.getAttribute('href'), 'what the browser cannot show can be opened').toBe('/api/attachments/f1')
  })

  it('says that the texts did not come, and reads them again when asked', async () => {
    const { log, server, user, t } = await open({ [list]: () => refused(403, { code: 'auth.forbidden' }) })
    const said = within(await log())
    await said.findByText(t('problem.auth.forbidden'))
    server.answers[list] = () => ({ items: [message('m1', '路灯还是不亮')], next: null })
    await user.click(said.getByRole('button', { name: t('ui.retry') }))
    await said.findByText('路灯还是不亮')
  })

  it('needs no answer when somebody says so', async () => {
    const { user, t, server } = await open({ [settle]: () => ({ settled: 1 }) })
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: t('threads.settle') })
    await waitFor(() => expect(button.disabled).toBe(false))
    server.answers['GET /api/citizens/c1/contacts'] = () => ({ items: [{ ...waiting, state: 'closed' }], next: null })
    await user.click(button)
    await screen.findByText(t('threads.settled'))
    await waitFor(() => expect(button.disabled, 'nothing waits any more').toBe(true))
    expect(server.bodies(settle)).toHaveLength(1)
  })

  it('becomes a form with what no ticket has yet, or opens the one that was begun', async () => {
    const items = [message('m3', '还有噪音'), message('m2', '路灯坏了'), message('m1', '旧事', { ticketId: 't0' })]
    const { user, t, path, server } = await open({
      [list]: () => ({ items, next: null }),
      'POST /api/drafts': () => sampleDraft({}, { id: 'draft-7' }),
    })
    const button = await screen.findByRole('button', { name: t('threads.file') })
    await screen.findByText('还有噪音')
    await user.click(button)
    await waitFor(() => expect(decodeURIComponent(path())).toBe('/desk?open=draft:draft-7'))
    expect(server.bodies('POST /api/drafts')).toEqual([
      {
        contactId: 'contact-1',
        content: expect.objectContaining({
          channel: 'sms',
          citizenId: 'c1',
          contactId: 'contact-1',
          lineId: 'line-1',
          text: '路灯坏了\n还有噪音',
        }),
      },
    ])
    clearScreen()
    const again = await open({
      'POST /api/drafts': () => refused(409, { code: 'draft.conflict' }),
      'GET /api/drafts': () => ({ items: [sampleDraft({}, { id: 'draft-8', contactId: 'contact-1' })] }),
    })
    await screen.findByText('路灯还是不亮', { selector: '[role=log] p' })
    await user.click(await screen.findByRole('button', { name: t('threads.file') }))
    await waitFor(() => expect(decodeURIComponent(again.path())).toBe('/desk?open=draft:draft-8'))
  })
})

describe('an answer by text', () => {
  it('is reached and sent by keys, filed with the ticket last spoken of, and empties the field', async () => {
    const { user, t, server, log } = await open({
      [list]: () => ({ items: [message('m1', '路灯还是不亮', { ticketId: 't1', ticketNumber: '2' })], next: null }),
    })
    const field = await reply(t)
    await within(await log()).findByText('路灯还是不亮')
    await user.keyboard('r')
    expect(document.activeElement).toBe(field)
    await user.keyboard(' 已安排。 ')
    const sending = server.hold(send)
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}')
    await waitFor(() => expect(sending).toHaveLength(1))
    sending[0]?.answer(message('m2', '已安排。', { direction: 'out' }))
    await waitFor(() => expect(field.value).toBe(''))
    expect(server.bodies(send), 'two presses are one text').toEqual([{ body: '已安排。', ticketId: 't1' }])
    await waitFor(() => expect(server.bodies(list).length, 'the conversation is read again').toBeGreaterThan(1))
  })

  it.each(['zh-CN', 'en'] as const)(
    'counts what it costs, and is not sent beyond what a text holds (%s)',
    async (locale) => {
      const { user, t, server } = await open({}, { locale })
      const field = await reply(t)
      await user.click(field)
      await user.paste('好'.repeat(71))
      await screen.findByText(t('threads.count', { length: 71, segments: 2 }))
      await user.paste('好'.repeat(1530))
      await screen.findByText(t('threads.tooLong', { most: 1600 }))
      expect(field.getAttribute('aria-invalid')).toBe('true')
      expect(screen.getByRole<HTMLButtonElement>('button', { name: new RegExp(t('threads.send')) }).disabled).toBe(true)
      await user.keyboard('{Control>}{Enter}{/Control}')
      expect(server.bodies(send)).toEqual([])
    },
  )

  it('stays when it could not be sent, with why and what to do', async () => {
    const { user, t, server } = await open({ [send]: () => refused(409, { code: 'message.opted-out' }) })
    const field = await reply(t)
    await user.type(field, '已安排{Control>}{Enter}{/Control}')
    await screen.findByText(new RegExp(t('problem.message.opted-out')))
    expect(screen.getByText(new RegExp(t('problem.message.opted-out.next')))).toBeDefined()
    expect(field.value).toBe('已安排')
    server.answers[send] = () => message('m2', '已安排')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(field.value).toBe(''))
    expect(field.getAttribute('aria-invalid'), 'and the fault is forgotten').toBeNull()
  })

  it('keeps for its writer what was not sent, and what was typed while the rest was on its way', async () => {
    const { user, t, server, path } = await open({
      'GET /api/threads': () => ({
        items: [sampleThread(), sampleThread({ citizenId: 'c2', name: '王先生' })],
        next: null,
      }),
      'GET /api/threads/c2/messages': () => ({ items: [], next: null }),
      'GET /api/citizens/c2': () => ({ ...sampleCitizen, id: 'c2' }),
      'GET /api/citizens/c2/contacts': () => ({ items: [], next: null }),
    })
    await user.type(await reply(t), '还没有写完')
    await user.click(await screen.findByRole('button', { name: /王先生/ }))
    await waitFor(() => expect(path()).toBe('/threads?citizen=c2'))
    await waitFor(async () => expect((await reply(t)).value, 'of the other citizen').toBe(''))
    await user.click(screen.getByRole('button', { name: /李女士/ }))
    await waitFor(async () => expect((await reply(t)).value).toBe('还没有写完'))
    const sending = server.hold(send)
    const field = await reply(t)
    const read = server.bodies(list).length
    await user.type(field, '{Control>}{Enter}{/Control}')
    await user.type(field, '，补一句')
    await waitFor(() => expect(sending).toHaveLength(1))
    sending[0]?.answer(message('m2', '还没有写完'))
    await waitFor(() => expect(server.bodies(list).length).toBeGreaterThan(read))
    expect(field.value).toBe('还没有写完，补一句')
  })

  it('is for those who may send', async () => {
    const { t, log } = await open({}, { permissions: [] })
    await log()
    for (const name of [t('threads.settle'), t('threads.file'), t('threads.send')])
      expect(screen.queryByRole('button', { name: new RegExp(name) })).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
