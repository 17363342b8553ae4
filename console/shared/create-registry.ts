import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'

/** What components bring with them and take away when they go. */
export interface Registry<T> {
  /** What is there now, the newest last. */
  all: Accessor<readonly T[]>
  /** There from when the calling component is shown until it goes. */
  add: (entry: T) => void
}

/**
 * A list that components enter and leave. The entries are no signal's value: while the router changes pages a signal holds two, and when
 * it is done the new one replaces whatever the parts that go have written on their way, so what left would be back.
 */
export const createRegistry = <T>(): Registry<T> => {
  let entries: readonly T[] = []
  const [changed, touch] = createSignal(undefined, { equals: false })
  const put = (next: readonly T[]) => {
    entries = next
    touch()
  }
  return {
    all: () => {
      changed()
      return entries
    },
    add: (entry) => {
      onMount(() => put([...entries, entry]))
      onCleanup(() => put(entries.filter((other) => other !== entry)))
    },
  }
}
