import { screen } from '@testing-library/dom'
import type { FollowUpDto } from '../../../api/followup/followup.dto.ts'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { Role } from '../../../api/vocabulary/directory.ts'
import { FollowUpPage } from '../../../console/followup/followup.page.tsx'
import type { JSX } from 'solid-js'
import type { Permission } from '../../../api/vocabulary/permissions.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { fakeServer } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'
import { putuo, sampleTicket } from '../tickets/ticket.sample.ts'
import { page, ticketAnswers } from '../tickets/ticket.server.ts'

/** A citizen to be called, whom nobody has taken. */
export const followUpOf = (over: Partial<FollowUpDto> = {}): FollowUpDto => ({
  id: 'f1',
  version: 3,
  ticket: sampleTicket([]),
  unit: putuo,
  citizen: { id: 'c1', phone: '138****0001', name: '李女士', locale: 'zh-CN', contactCount: 2 },
  round: 0,
  channel: 'call',
  state: 'calling',
  step: 'contacted',
  contacted: null,
  solved: null,
  grade: null,
  reason: null,
  attempts: 0,
  lastAttemptAt: null,
  answer: null,
  listedFor: 'noTexts',
  tries: [],
  call: { id: 'call-1', state: 'talked', startedAt: '2026-06-01T02:30:00.000Z', seconds: 62, recordings: [] },
  withoutCall: null,
  check: null,
  claimedBy: null,
  decision: null,
  createdAt: '2026-06-01T02:00:00.000Z',
  expiresAt: '2026-06-08T02:00:00.000Z',
  doneAt: null,
  ...over,
})

/** The follow-up desk over a server of the test's own; it answers each act with the row as `after` makes it. */
export const openDesk = async ({
  rows = [followUpOf()],
  after = {},
  ticket = {},
  path = '/follow-up',
  roles = ['followUp'],
  locale = 'zh-CN',
  width = 1440,
  beside = () => undefined,
  permissions = [],
  answers = {},
}: {
  rows?: readonly FollowUpDto[]
  after?: Partial<FollowUpDto>
  ticket?: Partial<TicketDto>
  path?: string
  roles?: Role[]
  locale?: Locale
  width?: number
  /** What stands in the bar above the desk. */
  beside?: () => JSX.Element
  permissions?: Permission[]
  answers?: Parameters<typeof fakeServer>[0]
} = {}) => {
  const [first] = rows
  const act = (what: string) => `POST /api/follow-ups/${first?.id}/${what}`
  const done = () => ({ ...first, version: (first?.version ?? 0) + 1, ...after })
  const server = fakeServer({
    ...ticketAnswers(...rows.map((row) => sampleTicket([], { ...row.ticket, clock: null, ...ticket }))),
    'GET /api/follow-ups': () => page(rows),
    'GET /api/follow-ups/counts': () => ({ bound: 100, counts: { open: 7, calling: 4, dissatisfied: 1, unproven: 2 } }),
    ...Object.fromEntries(rows.map((row) => [`GET /api/follow-ups/${row.id}`, () => row])),
    [act('claim')]: done,
    [act('answers')]: done,
    [act('attempts')]: done,
    [act('decision')]: done,
    [act('check')]: done,
    ...answers,
  })
  const who = someone()
  const shown = await show(
    () => (
      <>
        {beside()}
        <FollowUpPage />
      </>
    ),
    {
      path,
      locale,
      session: { ...who, staff: { ...who.staff, roles }, permissions: [...who.permissions, ...permissions] },
      width,
    },
  )
  return {
    ...shown,
    server,
    act,
    sent: (what: string) => server.bodies(act(what)),
    button: (name: string) => screen.findByRole<HTMLButtonElement>('button', { name }),
    press: async (name: string, role = 'button') => shown.user.click(await screen.findByRole(role, { name })),
  }
}
