import { Navigate } from '@solidjs/router'
import type { Page } from './pages.types.ts'
import { mayOpen, useSession } from './session.ts'

/** `/` leads to the first page of the rail that the person may open. */
export const Home = (props: { pages: readonly Page[] }) => {
  const session = useSession()
  return <Navigate href={props.pages.find((page) => page.rail && mayOpen(session(), page))?.path ?? '/settings'} />
}
