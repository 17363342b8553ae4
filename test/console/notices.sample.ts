import type { DeskNotice } from '../../console/notices/notices.api.ts'

/** A notice to a desk: a danger in a ticket, which nobody has in hand. */
export const sampleNotice = (over: Partial<DeskNotice> = {}): DeskNotice => ({
  id: 'ntc-1',
  at: '2026-06-01T02:00:00.000Z',
  topic: 'alert',
  type: 'danger',
  entityId: 'tkt_1',
  read: false,
  number: '260611515825',
  ticketId: 'tkt_1',
  citizenId: 'c1',
  state: null,
  level: null,
  danger: 'gas',
  call: '119',
  words: ['煤气漏了'],
  open: true,
  handled: null,
  ...over,
})

/** The same, in somebody's hand. */
export const handledNotice = (over: Partial<DeskNotice> = {}): DeskNotice =>
  sampleNotice({
    open: false,
    handled: { by: { id: 'staff-2', name: '叶家豪' }, at: '2026-06-01T02:05:00.000Z', how: 'acknowledged' },
    ...over,
  })
