import type { MatterTreeDto } from '../../../api/catalogue/catalogue.dto.ts'
import type { Draft } from '../../../console/contacts/drafts.api.ts'
import type { Callback, Proposal } from '../../../console/desk/desk.api.ts'
import type { CallDetail } from '../../../console/softphone/softphone.api.ts'
import type { Thread } from '../../../console/threads/threads.api.ts'

export const at = '2026-06-01T02:00:00.000Z'

/** A call that is being talked, its form begun by the server. */
export const sampleCall = (over: Partial<CallDetail> = {}): CallDetail => ({
  id: 'call-1',
  direction: 'in',
  state: 'talking',
  line: { id: 'line-1', code: '12345', name: '12345热线', nameEn: '12345 hotline' },
  caller: { citizenId: 'c1', phone: '138****0001', withheld: false, name: '李女士', locale: 'zh-CN', contactCount: 2 },
  agent: { id: 'staff-1', name: '孙文静' },
  contactId: 'contact-1',
  ticketId: null,
  priority: 0,
  muted: false,
  startedAt: at,
  queuedAt: at,
  offeredAt: at,
  answeredAt: at,
  heldSince: null,
  heldMs: 0,
  endedAt: null,
  endReason: null,
  outcome: null,
  outcomeNote: null,
  version: 1,
  transcriptFault: null,
  contact: { id: 'contact-1', text: '', danger: null, state: 'open' },
  offer: null,
  transcript: [],
  openTickets: [],
  earlier: [],
  recordings: [],
  draftId: 'draft-1',
  ...over,
})

/** A line of what is said; the citizen says it. */
export const sampleTurn = (
  text: string,
  over: Partial<CallDetail['transcript'][number]> = {},
): CallDetail['transcript'][number] => ({ id: text, speaker: 'citizen', text, at, ...over })

/** A form that was begun by hand. */
export const sampleDraft = (content: Draft['content'] = {}, over: Partial<Draft> = {}): Draft => ({
  id: 'draft-1',
  contactId: null,
  content: { citizenId: 'c1', channel: 'call', ...content },
  version: 3,
  updatedAt: at,
  ...over,
})

export const sampleCitizen = {
  id: 'c1',
  phone: '138****0001',
  name: '李女士',
  note: null,
  locale: 'zh-CN',
  contactCount: 3,
  ticketCount: 2,
  openTicketCount: 1,
  firstSeenAt: '2026-01-05T02:00:00.000Z',
  lastSeenAt: at,
}

const matter = (over: Partial<MatterTreeDto> & Pick<MatterTreeDto, 'code' | 'name' | 'nameEn'>): MatterTreeDto => ({
  parentCode: null,
  level: 1,
  kind: null,
  route: null,
  unit: null,
  urgency: null,
  limit: null,
  examples: [],
  children: [],
  ...over,
})
const leaf = { parentCode: 'municipal', level: 2, kind: 'help', route: 'district' } as const

/** A branch with two leaves: a dark lamp, and a missing manhole cover, which is urgent and has a limit. */
export const sampleMatters: MatterTreeDto[] = [
  matter({
    code: 'municipal',
    name: '市政设施',
    nameEn: 'Municipal works',
    children: [
      matter({ ...leaf, code: 'municipal.lamp', name: '路灯不亮', nameEn: 'Street lamp out', urgency: 'normal' }),
      matter({
        ...leaf,
        code: 'municipal.cover',
        name: '窨井盖缺损',
        nameEn: 'Manhole cover missing',
        kind: 'complaint',
        urgency: 'urgent',
        limit: {
          id: 'limit-1',
          matterCode: 'municipal.cover',
          kind: null,
          urgency: null,
          value: 2,
          unit: 'h',
          startEvent: 'dispatched',
          basis: '市政设施养护标准',
          basisEn: 'Standard of municipal upkeep',
          grade: 'C',
          validFrom: at,
          validTo: null,
        },
      }),
    ],
  }),
]

const area = { aliases: [], dutyPhone: null, lat: null, lon: null, active: true }
export const sampleDistricts = [
  { ...area, id: 'd1', code: 'putuo', parentId: 'city', level: 'district', name: '普陀区', nameEn: 'Putuo' },
]
export const sampleStreets = [
  { ...area, id: 's1', code: 'changfeng', parentId: 'd1', level: 'street', name: '长风新村街道', nameEn: 'Changfeng' },
  { ...area, id: 's2', code: 'gone', parentId: 'd1', level: 'street', name: '旧街道', nameEn: 'Gone', active: false },
]

/** What triage makes of a text that tells it nothing. */
export const sampleProposal = (over: Partial<Proposal> = {}): Proposal => ({
  language: 'zh',
  matters: [],
  kind: null,
  urgency: { value: 'normal', why: [] },
  danger: null,
  place: null,
  unit: null,
  confident: false,
  ...over,
})

/** Somebody who hung up in the queue and is to be rung back. */
export const sampleCallback = (id: string, over: Partial<Callback> = {}): Callback => ({
  id,
  callId: 'call-9',
  caller: { citizenId: 'c9', phone: '139****0009', withheld: false, name: id },
  line: null,
  reason: 'abandoned',
  state: 'open',
  claimedBy: null,
  attempts: 0,
  waitedMs: 40_000,
  text: '',
  voicemail: null,
  createdAt: at,
  doneAt: null,
  outcome: null,
  ...over,
})

/** A citizen whose text waits for an answer. */
export const sampleThread = (over: Partial<Thread> = {}): Thread => ({
  citizenId: 'c1',
  phone: '138****0001',
  name: '李女士',
  locale: 'zh-CN',
  waiting: { text: '路灯还是不亮', at, since: at, amberAt: at, redAt: at },
  last: {
    id: 'm1',
    direction: 'in',
    body: '路灯还是不亮',
    purpose: 'request',
    status: 'received',
    machine: null,
    files: {},
    createdAt: at,
    ticketId: null,
    ticketNumber: null,
  },
  ...over,
})
