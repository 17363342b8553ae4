import { screen } from '@testing-library/dom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { IdleWatch } from '../../../console/app/IdleWatch.tsx'
import { createSessionQuery } from '../../../console/app/session.ts'
import { isAttended } from '../../../console/shared/attendance.ts'
import { fakeServer } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'

const minute = 60_000

describe('a console before which nobody sits', () => {
  afterEach(() => void vi.useRealTimers())
  const open = async () => {
    let asked = 0
    fakeServer({
      'GET /api/session': () => {
        asked++
        return someone()
      },
    })
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
    const shown = await show(() => {
      createSessionQuery()
      return <IdleWatch />
    })
    const press = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
    return { ...shown, press, asked: () => asked }
  }

  it('warns five minutes before the session ends, and goes on when a key is pressed', async () => {
    const { t, press } = await open()
    vi.advanceTimersByTime(54 * minute)
    expect(screen.queryByRole('status')).toBeNull()
    expect(isAttended()).toBe(false)
    vi.advanceTimersByTime(2 * minute)
    expect(screen.getByText(t('shell.idle', { minutes: 4 }))).toBeTruthy()
    press()
    vi.advanceTimersByTime(minute / 4)
    expect(screen.queryByText(t('shell.idleStay'))).toBeNull()
    expect(isAttended()).toBe(true)
  })

  it('tells the server that somebody is there, only while somebody is', async () => {
    const { press, asked } = await open()
    const settle = () => vi.waitFor(() => Promise.resolve())
    await settle()
    const before = asked()
    for (let at = 0; at < 11; at++) {
      vi.advanceTimersByTime(minute)
      press()
    }
    vi.advanceTimersByTime(minute / 2)
    await settle()
    const present = asked()
    expect(present).toBeGreaterThan(before)
    vi.advanceTimersByTime(40 * minute)
    await settle()
    expect(asked() - present).toBeLessThanOrEqual(1)
  })
})
