import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { firstAdvice } from '../../../api/notices/danger-advice.rules.ts'
import { dangers } from '../../../api/vocabulary/danger.ts'
import type { Proposal } from '../../../console/desk/desk.api.ts'
import { dangersNow } from '../../../console/desk/dangers.models.ts'
import type { DeskNotice } from '../../../console/notices/notices.api.ts'
import { handledNotice, sampleNotice } from '../notices.sample.ts'
import { deskServer, sitDown } from './desk.scene.tsx'
import { sampleProposal } from './desk.sample.ts'

const gas: NonNullable<Proposal['danger']> = { kind: 'gas', call: '119', words: ['煤气', '泄漏'] }
const post = 'POST /api/tickets'

/** The desk with a form, over a server that reads danger where a text says 煤气 and keeps these notices of the citizen. */
const open = async (told: DeskNotice[] = [], item = 'draft:draft-1') => {
  const server = deskServer({
    'POST /api/triage/propose': (body) =>
      sampleProposal(JSON.stringify(body).includes('煤气') ? { danger: gas } : { danger: null }),
    'GET /api/notices/dangers': () => ({ items: told }),
    'POST /api/notices/ntc-1/acknowledge': () => (told[0] = handledNotice({ entityId: 'draft-1' })),
  })
  const desk = await sitDown(server, { open: item })
  return { ...desk, told, alert: () => screen.findByRole('alert') }
}

describe('danger at the desk', () => {
  it('is said at once with what to say first and whom to call, moves no cursor, and outlasts the words', async () => {
    const { user, t, request, alert } = await open()
    const field = await request()
    await user.type(field, '厨房煤气泄漏')
    const shown = await alert()
    expect(shown.textContent).toContain(t('desk.danger', { danger: t('danger.gas') }))
    expect(shown.textContent).toContain(t('desk.dangerHint', { number: '119', words: '煤气、泄漏' }))
    expect(shown.textContent).toContain(t('desk.dangerSay', { advice: firstAdvice.gas.zh.replace('{call}', '119') }))
    expect(document.activeElement, 'the cursor is the agent’s').toBe(field)
    await user.clear(field)
    await user.type(field, '路灯不亮')
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(screen.getByRole('alert').textContent).toContain(t('danger.gas'))
  })

  it('stays when the form is filed, until somebody has it in hand by name', async () => {
    const { user, t, request, alert, told, hear } = await open([sampleNotice({ entityId: 'draft-1' })])
    await user.type(await request(), '厨房煤气泄漏')
    await alert()
    expect(screen.getAllByRole('alert'), 'told once, though the form and the server know of it').toHaveLength(1)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(t('desk.filed'))
    expect((await alert()).textContent).toContain(t('danger.gas'))
    await user.keyboard('{Alt>}k{/Alt}')
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    await screen.findByText(/叶家豪/)
    // somebody else took it: the server says so, and every desk shows who
    told[0] = sampleNotice({ id: 'ntc-2', entityId: 't1' })
    hear('alert', 'x')
    await alert()
    told[0] = handledNotice({
      id: 'ntc-2',
      entityId: 't1',
      handled: { by: { id: 's', name: '何晓峰' }, at: '2026-06-01T03:00:00.000Z', how: 'passedOn' },
    })
    hear('alert', 'x')
    await screen.findByText(/何晓峰/)
  })

  it('of a citizen whose texts lie on the desk is there as well', async () => {
    const { t } = await open([sampleNotice()], 'thread:c1')
    await screen.findByText(t('desk.danger', { danger: t('danger.gas') }))
  })

  it('asks before an answer on the spot: Enter goes back, and nothing is filed until it is said', async () => {
    const { user, t, request, alert, server } = await open()
    await user.type(await request(), '厨房煤气泄漏')
    await alert()
    await user.keyboard('{Alt>}d{/Alt}')
    await user.type(screen.getByRole('textbox', { name: t('desk.answer') }), '请打燃气公司电话')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('dialog', { name: t('desk.dangerAnswer') })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(server.bodies(post)).toEqual([])
    await user.click(screen.getByRole('button', { name: new RegExp(t('desk.answerAndClose')) }))
    await user.click(await screen.findByRole('button', { name: t('desk.dangerAnswerAnyway') }))
    await waitFor(() => expect(server.bodies(post)[0]).toMatchObject({ answer: '请打燃气公司电话', danger: 'gas' }))
    await screen.findByText(t('desk.filed'))
  })
})

describe('the dangers of what lies on the desk', () => {
  it('there is a script for every kind', () => {
    for (const kind of dangers) for (const words of Object.values(firstAdvice[kind])) expect(words).toContain('{call}')
  })

  it.each([
    ['nothing known', [], null, [], 0, 0],
    ['the form alone', [], gas, [], 1, 0],
    ['both of one kind', [sampleNotice()], gas, [], 1, 0],
    ['both of two kinds', [sampleNotice({ danger: 'fire' })], gas, [], 2, 0],
    ['handled here', [handledNotice()], gas, ['tkt_1'], 0, 1],
    ['handled at another time', [handledNotice()], gas, ['t1', undefined], 1, 0],
  ] as const)('%s', (_, told, noticed, ids, open, handled) => {
    const now = dangersNow(told, noticed, ids)
    expect([now.open.length, now.handled.length]).toEqual([open, handled])
  })
})
