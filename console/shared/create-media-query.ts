import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** True while the media query holds. */
export const createMediaQuery = (query: string): Accessor<boolean> => {
  const list = matchMedia(query)
  const [matches, setMatches] = createSignal(list.matches)
  const update = () => setMatches(list.matches)
  list.addEventListener('change', update)
  onCleanup(() => list.removeEventListener('change', update))
  return matches
}

/** A phone held upright: one column, cards, a bar at the bottom. */
export const createIsPhone = (): Accessor<boolean> => createMediaQuery('(max-width: 640px)')
