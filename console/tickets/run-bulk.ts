import type { TicketListItem } from '../../api/tickets/ticket.dto.ts'

interface BulkFailure {
  ticket: TicketListItem
  problem: unknown
}
export interface BulkState {
  total: number
  done: number
  failures: readonly BulkFailure[]
  running: boolean
}

/**
 * Makes one act on many tickets, a few at a time, each through the real act; what fails is kept and the rest goes on.
 * `onState` hears each step; stopping leaves what has not begun undone.
 */
export const runBulk = async (
  tickets: readonly TicketListItem[],
  act: (ticket: TicketListItem) => Promise<unknown>,
  options: { onState: (state: BulkState) => void; signal: AbortSignal; atOnce?: number },
): Promise<BulkState> => {
  let state: BulkState = { total: tickets.length, done: 0, failures: [], running: true }
  const step = (next: Partial<BulkState>) => options.onState((state = { ...state, ...next }))
  step({})
  const waiting = [...tickets]
  const work = async (): Promise<void> => {
    for (let ticket = waiting.shift(); ticket && !options.signal.aborted; ticket = waiting.shift()) {
      const current = ticket
      try {
        await act(current)
        step({ done: state.done + 1 })
      } catch (problem) {
        step({ failures: [...state.failures, { ticket: current, problem }] })
      }
    }
  }
  await Promise.all(Array.from({ length: options.atOnce ?? 3 }, () => work()))
  step({ running: false })
  return state
}
