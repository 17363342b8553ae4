import { finalStates, type TicketState } from '../../vocabulary/ticket.ts'
import type { Move } from './ticket.machine.ts'

/** The states that an action leads to from one state. */
const targets = (to: string, from: TicketState): TicketState[] => {
  if (to === 'same') return []
  if (to !== 'before') return [to as TicketState]
  return from === 'paused' ? ['handling'] : ['dispatched', 'handling']
}

/** The ticket's life as a Mermaid state diagram, drawn from the acts; those between the same two states share an arrow. */
export const mermaidOfActs = (acts: readonly (Pick<Move, 'from' | 'to'> & { action: string })[]): string => {
  const arrows = new Map<string, string[]>()
  for (const { action, from, to } of acts) {
    for (const state of from) {
      for (const target of targets(to, state)) {
        const arrow = `${state} --> ${target}`
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), action])
      }
    }
  }
  const lines = [...arrows].map(([arrow, actions]) => `  ${arrow} : ${actions.join(', ')}`)
  const ends = finalStates.map((state) => `  ${state} --> [*]`)
  return ['stateDiagram-v2', '  direction LR', '  [*] --> received', ...lines, ...ends, ''].join('\n')
}
