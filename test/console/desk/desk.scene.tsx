import { screen } from '@testing-library/dom'
import { PageBoundary } from '../../../console/app/PageBoundary.tsx'
import type { Permission } from '../../../api/vocabulary/permissions.ts'
import type { Draft } from '../../../console/contacts/drafts.api.ts'
import { DeskPage } from '../../../console/desk/desk.page.tsx'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import type { CallDetail } from '../../../console/softphone/softphone.api.ts'
import { fakeServer, FakeEventSource } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'
import { sampleTicket } from '../tickets/ticket.sample.ts'
import {
  sampleCall,
  sampleCitizen,
  sampleDistricts,
  sampleDraft,
  sampleMatters,
  sampleProposal,
  sampleStreets,
} from './desk.sample.ts'

export const agentPermissions = [
  'desk.use',
  'ticket.file',
  'message.send',
  'citizen.write',
  'citizen.reveal',
  'recording.hear',
] as const

/** What the server of a quiet hotline answers at the desk: one citizen, one form, a small catalogue, nothing that waits. */
export const deskServer = (answers: Parameters<typeof fakeServer>[0] = {}) => {
  /** The form and the call as the server keeps them; a test may change them while it runs. */
  const kept: { draft: Draft | undefined; call: CallDetail } = { draft: sampleDraft(), call: sampleCall() }
  const server = fakeServer({
    'GET /api/drafts': () => ({ items: kept.draft ? [kept.draft] : [] }),
    'GET /api/drafts/draft-1': () => kept.draft,
    'PUT /api/drafts/draft-1': (body) => (kept.draft = saved(kept.draft, body)),
    'DELETE /api/drafts/draft-1': () => ((kept.draft = undefined), new Response(null, { status: 204 })),
    'GET /api/calls/call-1': () => kept.call,
    'POST /api/tickets': () => file(kept),
    'GET /api/tickets/t1': () => filedTicket,
    'POST /api/triage/propose': () => sampleProposal(),
    'GET /api/matters': () => ({ items: sampleMatters }),
    'GET /api/units': (_body, { level }) => ({
      items: level === 'district' ? sampleDistricts : sampleStreets,
    }),
    'GET /api/matters/municipal.cover/responsible': () => ({ responsible: null }),
    'GET /api/matters/municipal.lamp/responsible': () => ({ responsible: null }),
    'POST /api/tickets/alike': () => ({ items: [] }),
    'GET /api/articles': () => ({ items: [], next: null }),
    'GET /api/citizens/c1': () => sampleCitizen,
    'GET /api/citizens/c1/tickets': () => ({ items: [], next: null }),
    'GET /api/citizens/c1/contacts': () => ({ items: [], next: null }),
    'GET /api/threads': () => ({ items: [], next: null }),
    'GET /api/callbacks': () => ({ items: [] }),
    'GET /api/tickets': () => ({ items: [], next: null }),
    'GET /api/tickets/counts': () => ({ bound: 1000, counts: {} }),
    ...answers,
  })
  return { ...server, kept }
}

export const filedTicket = sampleTicket([], { state: 'awaitingDispatch', title: '井盖破损' })

/** What filing does on the server: the ticket is there, the form is gone, the call belongs to the ticket. */
export const file = (kept: ReturnType<typeof deskServer>['kept']) => {
  kept.draft = undefined
  kept.call = { ...kept.call, ticketId: 't1', draftId: null }
  return filedTicket
}

const saved = (draft: Draft | undefined, body: unknown): Draft => {
  const { version, content } = asSaving(body)
  return { ...(draft ?? sampleDraft()), version: version + 1, content }
}
/** What `saveDraft` sends. */
const asSaving = (body: unknown) => body as Pick<Draft, 'version' | 'content'>

const stream = () => FakeEventSource.opened.find(({ url, closed }) => url.startsWith('/api/live') && !closed)

/** The whole desk, with `open` on it, over such a server. */
export const sitDown = async (
  server: ReturnType<typeof deskServer>,
  {
    open = 'draft:draft-1',
    locale = 'zh-CN',
    permissions = agentPermissions,
  }: { open?: string; locale?: Locale; permissions?: readonly Permission[] } = {},
) => {
  const shown = await show(() => <PageBoundary children={<DeskPage />} />, {
    path: `/desk${open === '' ? '' : `?open=${open}`}`,
    locale,
    session: someone({ permissions: [...permissions] }),
  })
  let told = 0
  return {
    ...shown,
    server,
    /** The field for what the citizen wants, once the form is there. */
    request: () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: shown.t('desk.request') }),
    /** The server says on the live stream that something changed. */
    hear: (topic: string, id: string) =>
      stream()?.say('message', { seq: ++told, topic, type: 'changed', id, payload: {} }),
    /** The stream cannot go on where it was: everything is read again. */
    reset: () => stream()?.say('reset', {}),
    /** Sends at once what was typed, as when the line comes back. */
    save: () => dispatchEvent(new Event('online')),
  }
}
