import { finalStates, sideStates, type TicketState } from '../../vocabulary/ticket.ts'
import type { Move } from './ticket.machine.ts'

/** The states that an action leads to from one state. */
const targets = (to: string, from: TicketState): TicketState[] => {
  if (to === 'same') return []
  if (to !== 'before') return [to as TicketState]
  return from === 'paused' ? ['handling'] : ['dispatched', 'handling']
}

const targetsOf = ({ to, orTo }: { to: string; orTo: string | undefined }, from: TicketState) => [
  ...new Set(
    [to, ...(orTo !== undefined && sideStates.includes(from) ? [orTo] : [])].flatMap((one) => targets(one, from)),
  ),
]

/** The ticket's life as a Mermaid state diagram, drawn from the acts; those between the same two states share an arrow. */
export const mermaidOfActs = (acts: readonly (Pick<Move, 'from' | 'to' | 'orTo'> & { action: string })[]): string => {
  const arrows = new Map<string, string[]>()
  for (const { action, from, to, orTo } of acts) {
    for (const state of from) {
      for (const target of targetsOf({ to, orTo }, state)) {
        const arrow = `${state} --> ${target}`
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), action])
      }
    }
  }
  const lines = [...arrows].map(([arrow, actions]) => `  ${arrow} : ${actions.join(', ')}`)
  const ends = finalStates.map((state) => `  ${state} --> [*]`)
  return ['stateDiagram-v2', '  direction LR', '  [*] --> received', ...lines, ...ends, ''].join('\n')
}
