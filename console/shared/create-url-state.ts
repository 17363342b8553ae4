import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, type Accessor } from 'solid-js'
import {
  privateAfter,
  readUrlState,
  writeUrlState,
  type PrivateState,
  type UrlSchema,
  type UrlValues,
} from './url-state.models.ts'

/**
 * Page state that lives in the search parameters, so that a link shows the same list:
 * `const [filters, setFilters] = createUrlState({ q: textParam(), state: listParam(states) })`.
 * Defaults are dropped from the address; a change replaces the history entry, which keeps what must not stand in the address.
 */
export const createUrlState = <S extends UrlSchema>(
  schema: S,
): [Accessor<UrlValues<S>>, (change: Partial<UrlValues<S>>) => void] => {
  const location = useLocation()
  const navigate = useNavigate()
  const kept = () => keptIn(location.state)
  const values = createMemo(() => readUrlState(schema, location.search, kept()))
  const change = (next: Partial<UrlValues<S>>) =>
    navigate(`${location.pathname}${writeUrlState(schema, location.search, next)}${location.hash}`, {
      replace: true,
      scroll: false,
      resolve: false,
      state: { kept: privateAfter(schema, kept(), next) },
    })
  return [values, change]
}

/** The history entry is the browser's: what it holds was written above, or by nobody. */
const keptIn = (state: unknown): PrivateState => {
  const kept: unknown = Object(state).kept
  return Object.fromEntries(
    Object.entries(Object(kept)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
