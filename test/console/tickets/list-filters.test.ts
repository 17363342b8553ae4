// oxlint-disable yixian/console-imports-types -- a test, not the console: it compares the server's lists with the filters
import { describe, expect, it } from 'vitest'
import { TicketQuery } from '../../../api/tickets/reading/ticket-list.query.ts'
import { sorts, views } from '../../../api/vocabulary/ticket-list.ts'
import { filterChoices, isFiltered, listSchema, noFilters, toListQuery } from '../../../console/tickets/list-filters.ts'
import { readUrlState, writeUrlState } from '../../../console/shared/url-state.models.ts'

const read = (search: string) => readUrlState(listSchema, search)

describe('the filters are the server’s', () => {
  it.each([...views.map((view) => ({ view })), ...sorts.map((sort) => ({ sort }))])('%o', (asked) => {
    expect(TicketQuery.parse(toListQuery(read(`?${new URLSearchParams(asked)}`)))).toMatchObject(asked)
  })
  it.each(Object.entries(filterChoices))('every choice of %s', (filter, choices) => {
    const query = toListQuery(read(`?${filter}=${choices.join(',')}`))
    expect(TicketQuery.parse(query)).toMatchObject({ [filter]: [...choices] })
  })
  it('the server takes what is asked', () => {
    const query = toListQuery(
      read(
        '?view=all&state=handling,paused&kind=help&urgency=critical&channel=sms&q=路灯&from=2026-11-01&to=2026-11-02&sort=updated',
      ),
    )
    expect(TicketQuery.parse(query)).toMatchObject({
      view: 'all',
      state: ['handling', 'paused'],
      kind: ['help'],
      urgency: ['critical'],
      channel: ['sms'],
      q: '路灯',
      sort: 'updated',
      from: '2026-10-31T16:00:00.000Z',
      to: '2026-11-02T16:00:00.000Z',
    })
  })
})

it('what is not set is not asked, and a broken date neither', () => {
  expect(toListQuery(read(''))).toEqual({ view: 'open', sort: 'clock' })
  expect(toListQuery(read('?from=yesterday&to=2026-13-40'))).toEqual({ view: 'open', sort: 'clock' })
})

it('what was searched for stands the newest first, unless by the last change', () => {
  expect(toListQuery(read('?q=路灯'))).toEqual({ view: 'open', sort: 'created', q: '路灯' })
  expect(toListQuery(read('?q=路灯&sort=updated'))).toMatchObject({ sort: 'updated' })
})

it('clearing keeps view and sort', () => {
  const search = '?view=closed&sort=updated&state=closed&q=x'
  expect(isFiltered(read(search))).toBe(true)
  expect(writeUrlState(listSchema, search, noFilters)).toBe('?view=closed&sort=updated')
  expect(isFiltered(read('?view=closed&sort=updated'))).toBe(false)
})
