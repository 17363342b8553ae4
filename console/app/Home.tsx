import { Navigate } from '@solidjs/router'
import type { Role } from '../../api/vocabulary/directory.ts'
import type { Page } from './pages.types.ts'
import { mayOpen, useSession } from './session.ts'

/** Where each role works; of several the first in this order: who answers calls sits at the desk, who watches over all at the wallboard. */
const desks: readonly (readonly [Role, string])[] = [
  ['supervisor', '/wallboard'],
  ['agent', '/desk'],
  ['dispatcher', '/dispatch'],
  ['reviewer', '/review'],
  ['followUp', '/follow-up'],
  ['unitStaff', '/unit'],
  ['unitHead', '/unit'],
  ['admin', '/operations'],
]

/** `/` leads to the desk of the person's role; where none may be opened, to the first page of the rail. */
export const Home = (props: { pages: readonly Page[] }) => {
  const session = useSession()
  const open = () => props.pages.filter((page) => page.rail && mayOpen(session(), page))
  const own = () =>
    desks
      .filter(([role]) => session().staff.roles.includes(role))
      .flatMap(([, path]) => open().filter((page) => page.path === path))[0]
  return <Navigate href={(own() ?? open()[0])?.path ?? '/settings'} />
}
