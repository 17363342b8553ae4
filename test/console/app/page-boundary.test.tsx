import { screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { Guard } from '../../../console/app/Guard.tsx'
import { PageBoundary } from '../../../console/app/PageBoundary.tsx'
import type { Page } from '../../../console/app/pages.types.ts'
import { json } from '../../../console/shared/http.ts'
import { useQuery } from '../../../console/shared/use-query.ts'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'

const Panel = (props: { name: string }) => {
  const query = useQuery(() => ({
    queryKey: ['part', props.name],
    queryFn: () => json<{ words: string }>('GET', `/api/${props.name}`),
    retry: false,
  }))
  return <p>{query.data?.words}</p>
}

describe('what waits for data', () => {
  it('says in its own place that it did not come, leaves its neighbours alone, and brings it when asked again', async () => {
    const server = fakeServer({
      'GET /api/left': () => ({ words: '左边的内容' }),
      'GET /api/right': () => refused(500, { code: 'internal', requestId: 'req-7' }),
    })
    const { user, t } = await show(() => (
      <>
        <PageBoundary>
          <Panel name="left" />
        </PageBoundary>
        <PageBoundary>
          <Panel name="right" />
        </PageBoundary>
      </>
    ))
    expect(await screen.findByText('左边的内容')).toBeTruthy()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain(t('problem.internal'))
    expect(alert.textContent, 'for whoever looks into it').toContain(t('ui.requestId', { id: 'req-7' }))
    server.answers['GET /api/right'] = () => ({ words: '右边的内容' })
    await user.click(screen.getByRole('button', { name: t('ui.retry') }))
    expect(await screen.findByText('右边的内容')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(server.bodies('GET /api/left'), 'what had come is not read again').toHaveLength(1)
  })

  it('does not offer to look again for what is not there', async () => {
    fakeServer({ 'GET /api/right': () => refused(404, { code: 'ticket.not-found' }) })
    const { t } = await show(() => (
      <PageBoundary>
        <Panel name="right" />
      </PageBoundary>
    ))
    expect((await screen.findByRole('alert')).textContent).toContain(t('problem.ticket.not-found'))
    expect(screen.queryByRole('button', { name: t('ui.retry') })).toBeNull()
  })
})

describe('a page that not everybody may open', () => {
  const page: Page = { path: '/audit', title: 'audit.title', permission: 'audit.read', component: () => null }
  it('is opened to those who may, and said to be closed to the others', async () => {
    const part = () => (
      <Guard page={page}>
        <p>审计内容</p>
      </Guard>
    )
    const { t } = await show(part, { session: someone({ permissions: ['ticket.read'] }) })
    expect(screen.getByText(t('shell.forbidden'))).toBeTruthy()
    expect(screen.queryByText('审计内容')).toBeNull()
    await show(part, { session: someone({ permissions: ['audit.read'] }) })
    expect(screen.getByText('审计内容')).toBeTruthy()
  })
})
