/** Which pairs `from>to` an event allows among these states, sorted, for comparing with a table written by hand. */
export const pairs = <State extends string>(states: readonly State[], next: (state: State) => State | null) =>
  states
    .flatMap((state) => {
      const to = next(state)
      return to ? [`${state}>${to}`] : []
    })
    .toSorted()
    .join(' ')

/** A row of a table written by hand, sorted. */
export const sorted = (row: string) => row.split(' ').toSorted().join(' ')
