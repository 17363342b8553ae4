import { invalid } from './problem.ts'

/** One page of a list in Twilio's shape. `key` names the array; `path` is the list's own path. */
export const page = (
  query: URLSearchParams,
  path: string,
  key: string,
  rows: readonly unknown[],
): Record<string, unknown> => {
  const number = (name: string, fallback: number, high: number): number => {
    const text = query.get(name)
    if (text === null) return fallback
    if (!/^\d+$/.test(text) || Number(text) > high) throw invalid(`Invalid ${name}`)
    return Number(text)
  }
  const size = Math.max(1, number('PageSize', 50, 1000))
  const index = number('Page', 0, 1_000_000)
  const filters = new URLSearchParams([...query].filter(([name]) => !['Page', 'PageSize', 'PageToken'].includes(name)))
  const link = (at: number): string => {
    const full = new URLSearchParams(filters)
    full.set('PageSize', String(size))
    full.set('Page', String(at))
    if (at > 0) full.set('PageToken', `PA${at}`)
    return `${path}?${full.toString()}`
  }
  const start = index * size
  const slice = rows.slice(start, start + size)
  return {
    [key]: slice,
    end: slice.length === 0 ? start : start + slice.length - 1,
    first_page_uri: link(0),
    next_page_uri: start + size < rows.length ? link(index + 1) : null,
    page: index,
    page_size: size,
    previous_page_uri: index > 0 ? link(index - 1) : null,
    start,
    uri: link(index),
  }
}

/** 400 for a query parameter that the list does not know. */
export const onlyQuery = (query: URLSearchParams, known: readonly string[]): void => {
  for (const name of query.keys())
    if (!known.includes(name) && !['Page', 'PageSize', 'PageToken'].includes(name))
      throw invalid(`Unknown parameter: ${name}`)
}
