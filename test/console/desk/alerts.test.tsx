import { screen, waitFor } from '@testing-library/dom'
import { afterEach, describe, expect, it } from 'vitest'
import type { LiveFact } from '../../../api/vocabulary/live-events.ts'
import { createAlerts } from '../../../console/desk/alerts.ts'
import { FakeEventSource } from '../../support/fake-server.ts'
import { clearScreen, show, someone } from '../../support/screen.tsx'

const Alerts = () => {
  createAlerts()
  return null
}
let seq = 0
const say = (id: string, fact: LiveFact<'alert'> | { type: string; payload: object }) =>
  FakeEventSource.opened
    .at(-1)
    ?.say('message', { seq: ++seq, at: '2026-06-01T02:00:00.000Z', topic: 'alert', id, ...fact })
const due = (level: number) => ({ number: '260611515825', state: 'handling', level, dueAt: null }) as const
/** What pops up at the desk, all of it. */
const shown = () => document.body.textContent

describe('what a desk hears without asking', () => {
  afterEach(clearScreen)

  it('a danger is said at once and leads to its ticket, or names the number that takes it', async () => {
    const { t, user, path } = await show(() => <Alerts />)
    const citizenId = 'ctz_1'
    say('tkt_1', { type: 'danger', payload: { danger: 'gas', number: '260611515825', citizenId, call: '119' } })
    await waitFor(() => expect(shown()).toContain(t('desk.alert', { danger: t('danger.gas') })))
    await user.click(screen.getByRole('button', { name: t('desk.openTicket') }))
    expect(path()).toBe('/tickets/tkt_1')
    const payload = { danger: 'fire', callId: 'cal_1', call: '119', words: ['着火'], citizenId } as const
    say('cal_1', { type: 'danger', payload })
    await waitFor(() => expect(shown()).toContain(t('desk.alertCall', { call: '119' })))
  })

  it('a danger in what an agent writes down is said to the supervisor, and not to the agent who has it before their eyes', async () => {
    const payload = { danger: 'fire', call: '119', words: ['着火'], citizenId: 'ctz_1' } as const
    const { t } = await show(() => <Alerts />)
    say('drf_1', { type: 'dangerInDraft', payload })
    say('tkt_9', { type: 'overdue', payload: due(3) })
    await waitFor(() => expect(shown()).toContain(t('timeline.warned.overdue', { level: 3 })))
    expect(shown()).not.toContain(t('desk.alert', { danger: t('danger.fire') }))
    clearScreen()
    const { staff, ...session } = someone()
    await show(() => <Alerts />, { session: { ...session, staff: { ...staff, roles: ['supervisor'] } } })
    say('drf_1', { type: 'dangerInDraft', payload })
    await waitFor(() => expect(shown()).toContain(t('desk.alert', { danger: t('danger.fire') })))
  })

  it('a limit that nears waits behind the bell, one that has passed is said', async () => {
    const { t } = await show(() => <Alerts />)
    say('tkt_2', { type: 'red', payload: due(2) })
    say('tkt_2', { type: 'overdue', payload: due(3) })
    await waitFor(() => expect(shown()).toContain(t('timeline.warned.overdue', { level: 3 })))
    expect(shown()).not.toContain(t('timeline.warned.red', { level: 2 }))
  })

  it('a missing recording is told; what only a newer server knows is passed over', async () => {
    const { t } = await show(() => <Alerts />)
    say('cal_2', { type: 'recordingLost', payload: { recordingId: 'rec_1' } })
    await waitFor(() => expect(shown()).toContain(t('recording.lost')))
    const before = shown()
    say('cal_2', { type: 'earthquake', payload: { magnitude: 7 } })
    expect(shown()).toBe(before)
  })
})
