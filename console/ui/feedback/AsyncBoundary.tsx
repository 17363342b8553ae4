import { ErrorBoundary, Suspense, type JSX, type ParentProps } from 'solid-js'
import { ErrorPanel } from './ErrorPanel.tsx'
import { Skeleton } from './Skeleton.tsx'

/**
 * Around everything that waits for data: the shell, each page, each independent panel. One place for loading and failure.
 * `onRetry` runs before the children are built again (app/PageBoundary passes the refetch of the failed queries; pages use that one).
 */
export const AsyncBoundary = (props: ParentProps<{ loading?: JSX.Element; onRetry?: () => void }>) => (
  <ErrorBoundary
    fallback={(error: unknown, reset) => (
      <ErrorPanel
        error={error}
        onRetry={() => {
          props.onRetry?.()
          reset()
        }}
      />
    )}
  >
    <Suspense fallback={props.loading ?? <Skeleton class="p-5" lines={6} />}>{props.children}</Suspense>
  </ErrorBoundary>
)
