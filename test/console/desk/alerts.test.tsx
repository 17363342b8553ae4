import { waitFor } from '@testing-library/dom'
import { afterEach, describe, expect, it } from 'vitest'
import type { LiveFact } from '../../../api/vocabulary/live-events.ts'
import { notices } from '../../../console/app/notifications.ts'
import { createAlerts } from '../../../console/desk/alerts.ts'
import { FakeEventSource } from '../../support/fake-server.ts'
import { clearScreen, show } from '../../support/screen.tsx'

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
    const { t } = await show(() => <Alerts />)
    say('tkt_1', { type: 'danger', payload: { danger: 'gas', number: '260611515825' } })
    await waitFor(() => expect(shown()).toContain(t('desk.alert', { danger: t('danger.gas') })))
    expect(notices()[0]).toMatchObject({ id: 'alert:tkt_1', href: '/tickets/tkt_1' })
    say('cal_1', { type: 'danger', payload: { danger: 'fire', callId: 'cal_1', call: '119', words: ['着火'] } })
    await waitFor(() => expect(shown()).toContain(t('desk.alertCall', { call: '119' })))
    expect(notices()[0]).not.toHaveProperty('href')
  })

  it('a limit that nears waits behind the bell, one that has passed is said', async () => {
    const { t } = await show(() => <Alerts />)
    say('tkt_2', { type: 'red', payload: due(2) })
    expect(notices()[0]).toMatchObject({ id: 'due:tkt_2', title: t('timeline.warned.red', { level: 2 }) })
    expect(shown()).not.toContain(t('timeline.warned.red', { level: 2 }))
    say('tkt_2', { type: 'overdue', payload: due(3) })
    await waitFor(() => expect(shown()).toContain(t('timeline.warned.overdue', { level: 3 })))
  })

  it('a missing recording is told; what only a newer server knows is passed over', async () => {
    const { t } = await show(() => <Alerts />)
    say('cal_2', { type: 'recordingLost', payload: { recordingId: 'rec_1' } })
    await waitFor(() => expect(shown()).toContain(t('recording.lost')))
    const before = notices().length
    say('cal_2', { type: 'earthquake', payload: { magnitude: 7 } })
    expect(notices()).toHaveLength(before)
  })
})
