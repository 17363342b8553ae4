import { screen, waitFor, within } from '@testing-library/dom'
import { expect } from 'vitest'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { UnitPage } from '../../../console/unit/unit.page.tsx'
import { show, someone } from '../../support/screen.tsx'
import { putuo, sampleTicket } from '../tickets/ticket.sample.ts'
import { deskServer } from '../tickets/ticket.server.ts'

/** A ticket of the district’s own desk. */
export const ticketOf = (id: string, over: Partial<TicketDto> = {}) =>
  sampleTicket([], { id, number: `20260601000${id.slice(1)}`, title: `工单 ${id}`, request: `诉求 ${id}`, ...over })

/** An officer of the district at the unit’s desk. */
export const openUnit = async (
  tickets: readonly TicketDto[],
  {
    path = '/unit',
    locale = 'zh-CN',
    width = 1440,
    answers = {},
  }: { path?: string; locale?: Locale; width?: number; answers?: Parameters<typeof deskServer>[1] } = {},
) => {
  const server = deskServer(tickets, answers)
  const who = someone()
  const shown = await show(() => <UnitPage />, {
    path,
    locale,
    width,
    session: {
      ...who,
      staff: { ...who.staff, roles: ['unitStaff'], unitId: putuo.id, unitName: putuo.name, unitNameEn: putuo.nameEn },
    },
  })
  return {
    ...shown,
    server,
    pile: async (tab: 'toSign' | 'handling' | 'beside') =>
      within(await screen.findByRole('list', { name: shown.t(`unit.tab.${tab}`) })),
    tab: (tab: 'toSign' | 'handling' | 'waiting' | 'answered' | 'beside' | 'done') =>
      screen.getByRole('tab', { name: new RegExp(`^${shown.t(`unit.tab.${tab}`)}`) }),
    press: async (name: string) => shown.user.click(await screen.findByRole('button', { name })),
    isOpen: (title: string) => waitFor(() => expect(screen.getByRole('heading', { name: title })).toBeTruthy()),
  }
}
