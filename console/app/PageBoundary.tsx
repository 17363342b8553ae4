import { useQueryClient } from '@tanstack/solid-query'
import type { JSX, ParentProps } from 'solid-js'
import { AsyncBoundary } from '../ui/feedback/AsyncBoundary.tsx'

/** An AsyncBoundary whose retry reads again what had failed. Around each page and each independent panel. */
export const PageBoundary = (props: ParentProps<{ loading?: JSX.Element }>) => {
  const queries = useQueryClient()
  const retry = () => void queries.resetQueries({ predicate: (query) => query.state.status === 'error' })
  return (
    <AsyncBoundary loading={props.loading} onRetry={retry}>
      {props.children}
    </AsyncBoundary>
  )
}
