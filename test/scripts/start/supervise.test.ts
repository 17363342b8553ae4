import { ChildProcess } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { beyondRepair } from '../../../api/start/start-fault.ts'
import { supervise } from '../../../scripts/start/supervise.ts'

/** A program that dies when told, and a time that passes when told. */
const rig = () => {
  let now = 0
  const children: ChildProcess[] = []
  const said: string[] = []
  const given: number[] = []
  let due: (() => void) | null = null
  const program = supervise({
    name: { zh: '服务器', en: 'server' },
    begin: () => {
      const child = new ChildProcess()
      children.push(child)
      return child
    },
    gaveUp: (code) => given.push(code),
    say: ({ en }) => said.push(en),
    now: () => now,
    wait: (_ms, then) => {
      due = then
      return setTimeout(() => {}, 0)
    },
  })
  return {
    program,
    said,
    given,
    starts: () => children.length,
    die: (code: number | null, signal: string | null, afterMs: number) => {
      now += afterMs
      children.at(-1)?.emit('exit', code, signal)
      const next = due
      due = null
      next?.()
    },
  }
}

describe('a server that ended by itself', () => {
  it('is started again, later each time, with a line that says how it ended', () => {
    const { die, said, starts, given } = rig()
    die(null, 'SIGKILL', 5_000)
    die(1, null, 5_000)
    expect(said).toEqual([
      'The server ended by itself (SIGKILL); it is started again in 1 s.',
      'The server ended by itself (code 1); it is started again in 2 s.',
    ])
    expect(starts()).toBe(3)
    expect(given).toEqual([])
  })
  it('is not started any more after six quick deaths in a row', () => {
    const { die, said, starts, given } = rig()
    for (let i = 0; i < 6; i++) die(134, 'SIGABRT', 1_000)
    expect(starts()).toBe(6)
    expect(given).toEqual([134])
    expect(said.at(-1)).toContain('again and again and is not started any more')
  })
  it('is started at once again when it had run for long, however often that happens', () => {
    const { die, said, given } = rig()
    for (let i = 0; i < 20; i++) die(null, 'SIGKILL', 3_600_000)
    expect(given).toEqual([])
    expect(new Set(said)).toEqual(new Set(['The server ended by itself (SIGKILL); it is started again in 1 s.']))
  })
  it('is not started again when it said that no repetition would help', () => {
    const { die, said, starts, given } = rig()
    die(beyondRepair, null, 500)
    expect([starts(), given, said]).toEqual([1, [beyondRepair], []])
  })
  it('stays stopped once it was told to stop', async () => {
    const { program, die, starts } = rig()
    const stopped = program.stop()
    die(0, null, 10)
    await stopped
    expect(starts()).toBe(1)
  })
})
