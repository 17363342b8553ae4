import { waitFor } from '@testing-library/dom'
import TicketIcon from 'lucide-solid/icons/ticket'
import { describe, expect, it } from 'vitest'
import { permissions, type Permission } from '../../../api/vocabulary/permissions.ts'
import type { Role } from '../../../api/vocabulary/directory.ts'
import { Home } from '../../../console/app/Home.tsx'
import type { Page } from '../../../console/app/pages.types.ts'
import { show, someone } from '../../support/screen.tsx'

const page = (path: string, permission: Permission): Page => ({
  path,
  title: 'tickets.title',
  permission,
  rail: { icon: TicketIcon, keys: 'g t' },
  component: () => null,
})
/** In the order of the rail. */
const pages = [
  page('/desk', 'desk.use'),
  page('/tickets', 'ticket.read'),
  page('/dispatch', 'dispatch.desk'),
  page('/review', 'review.desk'),
  page('/unit', 'unit.desk'),
  page('/follow-up', 'followUp.desk'),
  page('/wallboard', 'wallboard.read'),
  page('/operations', 'operations.read'),
]
const of = (roles: readonly Role[]) => {
  const all = Object.keys(permissions) as Permission[]
  return all.filter((one) => (permissions[one] as readonly Role[]).some((role) => roles.includes(role)))
}

describe('where one lands', () => {
  it.each<[readonly Role[], string]>([
    [['agent'], '/desk'],
    [['dispatcher'], '/dispatch'],
    [['reviewer'], '/review'],
    [['followUp'], '/follow-up'],
    [['unitStaff'], '/unit'],
    [['unitHead'], '/unit'],
    [['supervisor'], '/wallboard'],
    [['admin'], '/operations'],
    [['agent', 'followUp'], '/desk'],
  ])('%j works at %s', async (roles, desk) => {
    const base = someone({ permissions: of(roles) })
    const { path } = await show(() => <Home pages={pages} />, {
      path: '/',
      session: { ...base, staff: { ...base.staff, roles: [...roles] } },
    })
    await waitFor(() => expect(path()).toBe(desk))
  })
})
