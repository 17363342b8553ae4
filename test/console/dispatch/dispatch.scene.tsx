import { screen, waitFor, within } from '@testing-library/dom'
import { expect } from 'vitest'
import type { DispatchPlanDto } from '../../../api/tickets/units/dispatch-plan.dto.ts'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { DispatchPage } from '../../../console/dispatch/dispatch.page.tsx'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { show } from '../../support/screen.tsx'
import { changfeng, putuo, sampleTicket } from '../tickets/ticket.sample.ts'
import { deskServer, page } from '../tickets/ticket.server.ts'

/** Where the catalogue would send a ticket. */
export const planOf = (ticketId: string, over: Partial<DispatchPlanDto> = {}): DispatchPlanDto => ({
  ticketId,
  lead: putuo,
  why: 'districtOfPlace',
  co: [],
  coDueAt: null,
  copies: [changfeng],
  limit: {
    value: 5,
    unit: 'wd',
    basis: '《办法》第二十条',
    basisEn: 'Measures, art. 20',
    grade: 'A',
    dueAt: '2026-06-08T15:59:59.999Z',
    provisional: false,
  },
  keepsClock: false,
  guess: null,
  otherChoice: null,
  doubts: [],
  problems: [],
  ...over,
})

/** The dispatcher's desk with these tickets in the queue. */
export const openDispatch = async (
  tickets: readonly TicketDto[],
  {
    plans = tickets.map(({ id }) => planOf(id)),
    returns = [],
    extensions = [],
    locale = 'zh-CN',
    path = '/dispatch',
    answers = {},
  }: {
    plans?: readonly DispatchPlanDto[]
    returns?: readonly unknown[]
    extensions?: readonly unknown[]
    locale?: Locale
    path?: string
    answers?: Parameters<typeof deskServer>[1]
  } = {},
) => {
  const server = deskServer(tickets, {
    'GET /api/returns': () => page(returns),
    'GET /api/extensions': () => page(extensions),
    'POST /api/tickets/plans': () => ({ items: plans }),
    ...answers,
  })
  const shown = await show(() => <DispatchPage />, { path, locale, width: 1440 })
  const beside = () => screen.getByRole('region', { name: shown.t('ticket.current') })
  return {
    ...shown,
    server,
    beside,
    queue: async (name: string) => within(await screen.findByRole('list', { name })),
    /** Waits until the ticket of this title is the one beside the queue. */
    isOpen: (title: string) =>
      waitFor(() => expect(within(beside()).getByRole('heading', { name: title })).toBeTruthy()),
  }
}

/** A ticket that waits for a unit. */
export const undispatched = (id: string, over: Partial<TicketDto> = {}) =>
  sampleTicket([], {
    id,
    number: `20260601000${id.slice(1)}`,
    title: `工单 ${id}`,
    state: 'awaitingDispatch',
    leadUnit: null,
    ...over,
  })
