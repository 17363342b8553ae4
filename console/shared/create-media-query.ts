import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** True while the media query holds. */
const createMediaQuery = (query: string): Accessor<boolean> => {
  const list = matchMedia(query)
  const [matches, setMatches] = createSignal(list.matches)
  const update = () => setMatches(list.matches)
  list.addEventListener('change', update)
  onCleanup(() => list.removeEventListener('change', update))
  return matches
}

/** No room for what is open beside its list: the `lg` of the style sheet is not reached. */
export const createIsNarrow = (): Accessor<boolean> => createMediaQuery('(max-width: 1199.98px)')

/** A phone held upright, below the `sm` of the style sheet: one column, cards, a bar at the bottom. */
export const createIsPhone = (): Accessor<boolean> => createMediaQuery('(max-width: 639.98px)')
