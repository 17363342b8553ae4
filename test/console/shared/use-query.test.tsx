import { screen, waitFor } from '@testing-library/dom'
import { useQueryClient, type QueryClient } from '@tanstack/solid-query'
import { For, Show, type Component } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { PageBoundary } from '../../../console/app/PageBoundary.tsx'
import { createKeysetQuery } from '../../../console/shared/create-keyset-query.ts'
import { known } from '../../../console/shared/known.ts'
import { useQuery } from '../../../console/shared/use-query.ts'
import { show } from '../../support/screen.tsx'

const key = ['thing', 'one', 't1']
let readings = 0
const read = async () => {
  readings += 1
  return { id: 't1', name: '路灯' }
}

/** The ways in which the console reads what a query knows. */
const ways: Record<string, { Part: Component; cached: unknown }> = {
  'by its data': {
    cached: { id: 't1', name: '路灯' },
    Part: () => {
      const thing = useQuery(() => ({ queryKey: key, queryFn: read }))
      return <Show when={thing.data}>{(one) => <p>{one().name}</p>}</Show>
    },
  },
  'as far as it is known': {
    cached: { id: 't1', name: '路灯' },
    Part: () => {
      const thing = useQuery(() => ({ queryKey: key, queryFn: read, throwOnError: false }))
      return <Show when={known(thing)}>{(one) => <p>{one().name}</p>}</Show>
    },
  },
  'that answers with nothing': {
    cached: null,
    Part: () => {
      const thing = useQuery(() => ({ queryKey: key, queryFn: async () => ((await read()) ? null : undefined) }))
      return (
        <Show when={thing.data === null}>
          <p>路灯</p>
        </Show>
      )
    },
  },
  'as the pages of a list': {
    cached: { pages: [{ items: [{ id: 't1', name: '路灯' }], next: null }], pageParams: [undefined] },
    Part: () => {
      const list = createKeysetQuery(() => ({ key, read: async () => ({ items: [await read()], next: null }) }))
      return <For each={list.rows}>{(one) => <p>{one.name}</p>}</For>
    },
  },
}

describe.each(Object.entries(ways))('a query read %s', (_way, { Part, cached }) => {
  it.each([true, false])('is read again without taking the page away; known before: %s', async (before) => {
    readings = 0
    let client: QueryClient | undefined
    await show(() => {
      client = useQueryClient()
      if (before) client.setQueryData(key, cached)
      return (
        <PageBoundary loading={<p role="status">…</p>}>
          <input aria-label="备注" />
          <Part />
        </PageBoundary>
      )
    })
    await screen.findByText('路灯')
    const field = screen.getByRole('textbox', { name: '备注' })
    field.focus()
    let taken = 0
    const watch = new MutationObserver((changes) => {
      taken += changes.filter(({ removedNodes }) => [...removedNodes].some((node) => node.contains(field))).length
    })
    watch.observe(document.body, { childList: true, subtree: true })
    for (const times of [1, 2, 3]) {
      const soFar = readings
      await client?.invalidateQueries({ queryKey: key })
      await waitFor(() => expect(readings, `reading ${times}`).toBeGreaterThan(soFar))
    }
    await new Promise((resolve) => setTimeout(resolve))
    watch.disconnect()
    expect(taken, 'how often the page was taken away').toBe(0)
    expect(document.activeElement).toBe(field)
  })
})

it('waits in its boundary for the first answer', async () => {
  let answer = () => {}
  const slow = new Promise<void>((resolve) => (answer = resolve))
  const Slow = () => {
    const thing = useQuery(() => ({ queryKey: ['slow'], queryFn: async () => (await slow, '到了') }))
    return <p>{thing.data}</p>
  }
  await show(() => (
    <PageBoundary loading={<p role="status">…</p>}>
      <Slow />
    </PageBoundary>
  ))
  expect(screen.getByRole('status').textContent).toBe('…')
  answer()
  await screen.findByText('到了')
})
