import { screen } from '@testing-library/dom'
import { ThreadsPage } from '../../../console/threads/threads.page.tsx'
import type { Message } from '../../../console/threads/threads.api.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { fakeServer } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'
import { at, sampleCitizen, sampleThread } from '../desk/desk.sample.ts'

export const send = 'POST /api/threads/c1/messages'
export const list = 'GET /api/threads/c1/messages'
/** Templates for an answer to the citizen. */
export const templates = 'GET /api/threads/c1/templates'
export const settle = 'POST /api/threads/c1/settle'
/** A text, the citizen's unless the test says otherwise. */
export const message = (id: string, body: string, over: Partial<Message> = {}): Message => ({
  id,
  direction: 'in',
  body,
  purpose: 'request',
  status: 'received',
  errorCode: null,
  sentBy: null,
  machine: null,
  createdAt: at,
  ticketId: null,
  ticketNumber: null,
  attachments: [],
  ...over,
})
/** The contact of a text that nobody has looked at. */
export const waiting = {
  id: 'contact-1',
  channel: 'sms',
  line: { id: 'line-1', code: '12345', name: '12345热线', nameEn: '12345' },
  callId: null,
  ticket: null,
  state: 'open',
  text: '路灯还是不亮',
  danger: null,
  startedAt: at,
  endedAt: null,
  handledBy: null,
}

/** The page of conversations with one of them open. */
export const open = async (
  answers: Parameters<typeof fakeServer>[0] = {},
  {
    locale = 'zh-CN',
    path = '/threads?citizen=c1',
    permissions = ['message.send', 'ticket.file'] as const,
  }: {
    locale?: Locale
    path?: string
    permissions?: readonly ('message.send' | 'ticket.file')[]
  } = {},
) => {
  const server = fakeServer({
    'GET /api/threads': () => ({ items: [sampleThread()], next: null }),
    [list]: () => ({ items: [message('m1', '路灯还是不亮')], next: null }),
    [templates]: () => ({ items: [], blanks: [] }),
    'GET /api/citizens/c1': () => sampleCitizen,
    'GET /api/citizens/c1/contacts': () => ({ items: [waiting], next: null }),
    ...answers,
  })
  const shown = await show(() => <ThreadsPage />, { locale, path, session: someone({ permissions: [...permissions] }) })
  return { ...shown, server, log: () => screen.findByRole('log') }
}
/** The field for an answer. */
export const reply = (t: Awaited<ReturnType<typeof open>>['t']) =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: t('threads.reply') })
