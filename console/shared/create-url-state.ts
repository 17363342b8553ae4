import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, type Accessor } from 'solid-js'
import { readUrlState, writeUrlState, type UrlSchema, type UrlValues } from './url-state.models.ts'

/**
 * Page state that lives in the search parameters, so that a link shows the same list:
 * `const [filters, setFilters] = createUrlState({ q: textParam(), state: listParam(states) })`.
 * Defaults are dropped from the address; a change replaces the history entry.
 */
export const createUrlState = <S extends UrlSchema>(
  schema: S,
): [Accessor<UrlValues<S>>, (change: Partial<UrlValues<S>>) => void] => {
  const location = useLocation()
  const navigate = useNavigate()
  const values = createMemo(() => readUrlState(schema, location.search))
  const change = (next: Partial<UrlValues<S>>) =>
    navigate(`${location.pathname}${writeUrlState(schema, location.search, next)}${location.hash}`, {
      replace: true,
      scroll: false,
      resolve: false,
    })
  return [values, change]
}
