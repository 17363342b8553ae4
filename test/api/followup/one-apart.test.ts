import { describe, expect, it } from 'vitest'
import { oneApart } from '../../../api/followup/one-apart.ts'
import { followUpProblem } from '../../../api/followup/followup.errors.ts'
import { createLog } from '../../../api/platform/log.ts'

describe('one of many that a job of the follow-up goes through', () => {
  it('stops no other: a fault is logged, somebody who acted meanwhile is none', async () => {
    const logged: unknown[] = []
    const log = { ...createLog('silent'), error: (what: unknown) => void logged.push(what) }
    const one = (work: () => Promise<string>) => oneApart({ log }, { followUp: 'flw_1' }, work)
    expect(await one(async () => 'done')).toBe('done')
    expect(await one(() => Promise.reject(followUpProblem('follow-up.conflict')))).toBeNull()
    expect(logged).toEqual([])
    expect(await one(() => Promise.reject(new Error('disk')))).toBeNull()
    expect(logged).toMatchObject([{ followUp: 'flw_1' }])
  })
})
