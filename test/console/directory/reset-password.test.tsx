import { screen, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { DirectoryPage } from '../../../console/directory/directory.page.tsx'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { withLayout } from '../../support/layout.ts'
import { show, someone } from '../../support/screen.tsx'

const person = { id: 's1', name: '王强', username: 'wang', roles: ['agent'], unitName: '热线', unitNameEn: 'Hotline' }

describe('a password for once', () => {
  withLayout()
  const open = async (permissions: string[]) => {
    const server = fakeServer({
      'GET /api/staff': () => ({ items: [person] }),
      'POST /api/staff/s1/password': () => ({ oncePassword: 'abcd-efgh-jkmn-pqrs' }),
    })
    const shown = await show(() => <DirectoryPage />, {
      path: '/staff',
      width: 1440,
      session: someone({ permissions }),
    })
    await screen.findByText('王强')
    return { ...shown, server }
  }

  it('is made by an administrator after a question, and shown this once', async () => {
    const { user, t, server } = await open(['staff.manage'])
    await user.click(screen.getByRole('button', { name: t('directory.reset') }))
    const dialog = within(await screen.findByRole('dialog', { name: t('directory.resetTitle', { name: '王强' }) }))
    expect(server.bodies('POST /api/staff/s1/password')).toEqual([])
    await user.click(dialog.getByLabelText(new RegExp(t('directory.resetFactor'))))
    await user.click(dialog.getByRole('button', { name: t('directory.reset') }))
    expect(await dialog.findByText('abcd-efgh-jkmn-pqrs')).toBeTruthy()
    expect(dialog.getByText(t('directory.resetDone', { account: 'wang' }))).toBeTruthy()
    expect(server.bodies('POST /api/staff/s1/password')).toEqual([{ secondFactor: true }])
    expect(dialog.queryByRole('button', { name: t('directory.reset') })).toBeNull()
  })

  it('says why none was made', async () => {
    const { user, t, server } = await open(['staff.manage'])
    server.answers['POST /api/staff/s1/password'] = () => refused(403, { code: 'auth.forbidden' })
    await user.click(screen.getByRole('button', { name: t('directory.reset') }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: t('directory.reset') }))
    expect((await dialog.findByRole('alert')).textContent).toContain(t('problem.auth.forbidden'))
  })

  it('is offered to nobody else', async () => {
    const { t } = await open(['directory.read'])
    expect(screen.queryByRole('button', { name: t('directory.reset') })).toBeNull()
  })
})
