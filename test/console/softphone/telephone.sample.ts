import { vi } from 'vitest'
import type { Board, Call } from '../../../console/softphone/softphone.api.ts'

export const since = '2026-06-01T02:00:00.000Z'
/** A call that rings at the desk. */
export const call: Call = {
  id: 'call-1',
  direction: 'in',
  state: 'ringing',
  line: { id: 'l1', code: '12345', name: '12345热线', nameEn: '12345 hotline' },
  caller: { citizenId: 'c1', phone: '138****0001', withheld: false, name: '李女士', locale: 'zh-CN', contactCount: 2 },
  agent: { id: 'staff-1', name: '孙文静' },
  contactId: 'contact-1',
  ticketId: null,
  priority: 0,
  muted: false,
  startedAt: since,
  queuedAt: since,
  offeredAt: since,
  answeredAt: null,
  heldSince: null,
  heldMs: 0,
  endedAt: null,
  endReason: null,
  outcome: null,
  outcomeNote: null,
  version: 1,
}
type State = NonNullable<Board['presence']>['state']
/** What the server says of a telephone in this state, with the call that occupies it. */
export const boardOf = (state: State, mine: Partial<Call> | null = null): Board => ({
  waiting: [],
  queues: [],
  mine: mine && { ...call, ...mine },
  presence: { staff: { id: 'staff-1', name: '孙文静' }, state, since, callId: mine ? call.id : null, missedAt: null },
  agents: { offline: 0, ready: 0, break: 0, ringing: 0, talking: 0, wrapUp: 0 },
})

/** The page’s workers and sounds, which the document has not. */
class SilentWorker extends EventTarget {
  terminate() {}
}
class SilentAudio {
  state = 'suspended'
  resume = async () => {}
}
/** Locks between the windows of one browser. `taken`: another window has the telephone. */
const fakeLocks = (taken: boolean) => {
  let held = taken
  return {
    query: async () => ({ held: held ? [{ name: 'yixian.softphone.staff-1' }] : [] }),
    request: async (_name: string, { steal }: { steal?: boolean }, run: () => Promise<void>) => {
      if (held && !steal) return new Promise<void>(() => {})
      held = true
      await run()
      held = false
    },
  }
}

/** What a telephone needs of the browser, which the document has not. `elsewhere`: another window has the telephone. */
export const plugIn = ({ elsewhere = false } = {}) => {
  vi.stubGlobal('Worker', SilentWorker)
  vi.stubGlobal('AudioContext', SilentAudio)
  Object.defineProperty(navigator, 'locks', { value: fakeLocks(elsewhere), configurable: true })
}
