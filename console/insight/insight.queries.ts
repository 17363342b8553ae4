import { keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { readLines, readRates, readWallboard, type RatesQuestion } from './insight.api.ts'

/** The hall's numbers; the page reads them again as events arrive, and every 15 s because shares move with time alone. */
export const wallboardQuery = () =>
  queryOptions({
    queryKey: ['call', 'summary', 'wallboard'],
    queryFn: ({ signal }) => readWallboard(signal),
    refetchInterval: 15_000,
    staleTime: 1000,
  })

/** The three rates of the follow-up, by unit. */
export const ratesQuery = (question: RatesQuestion) =>
  queryOptions({
    queryKey: ['followUp', 'summary', 'rates', question],
    queryFn: ({ signal }) => readRates(question, signal),
    placeholderData: keepPreviousData,
  })

/** The lines, kept for an hour; the wallboard does without where they cannot be had. */
export const linesQuery = () =>
  queryOptions({ queryKey: ['line', 'list'], queryFn: readLines, staleTime: 3_600_000, throwOnError: false })
