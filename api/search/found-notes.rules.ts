interface Note {
  text?: string | null | undefined
  actorKind: string
  type: string
}

/** Whether a line of the timeline may be found: what people wrote. What the program tells of itself, and texts it sent, would be found in every ticket. */
export const isFound = ({ text, actorKind, type }: Note): boolean =>
  typeof text === 'string' && text !== '' && actorKind !== 'system' && type !== 'messageOut'
