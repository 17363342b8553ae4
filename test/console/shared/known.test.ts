import { describe, expect, it } from 'vitest'
import { QueryClient, QueryObserver } from '@tanstack/solid-query'
import { asList, known } from '../../../console/shared/known.ts'

/** A query that is read once for each of the answers; a null does not come. */
const reading = async (answers: readonly (readonly { id: string }[] | null)[]) => {
  const client = new QueryClient()
  const left = [...answers]
  const observer = new QueryObserver(client, {
    queryKey: ['rows'],
    retry: false,
    enabled: false,
    queryFn: () => {
      const next = left.shift()
      if (!next) throw new Error('no answer')
      return next
    },
  })
  const leave = observer.subscribe(() => {})
  for (const _ of answers) await observer.refetch()
  const result = observer.getCurrentResult()
  leave()
  client.clear()
  return result
}
const rows = [{ id: 'a' }]

describe('what a query knows', () => {
  it.each([
    { name: 'nothing before the first answer', answers: [], expected: undefined },
    { name: 'the answer', answers: [rows], expected: rows },
    { name: 'nothing when the first answer did not come', answers: [null], expected: undefined },
    { name: 'the last answer when a later one did not come', answers: [rows, null], expected: rows },
    { name: 'the answer after a retry', answers: [null, rows], expected: rows },
  ])('$name', async ({ answers, expected }) => {
    expect(known(await reading(answers))).toEqual(expected)
  })

  it('a list says why nothing came, and keeps its rows when only a later reading failed', async () => {
    const failed = asList(await reading([null]), () => 'q')
    expect(failed).toMatchObject({ rows: [], loading: false, error: new Error('no answer') })
    const stale = asList(await reading([rows, null]), () => 'q')
    expect(stale).toMatchObject({ rows, loading: false, error: undefined })
  })
})
