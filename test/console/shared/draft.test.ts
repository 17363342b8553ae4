import { describe, expect, it } from 'vitest'
import { createDraftKeeper, type DraftState } from '../../../console/shared/draft.ts'

/** A keeper with timers that run when told, and a server that answers when told. */
const setUp = () => {
  const states: DraftState[] = []
  const timers: { run: () => void; ms: number }[] = []
  const sent: { value: string; ok: () => void; fail: () => void }[] = []
  let kept: string | undefined
  const keeper = createDraftKeeper<string>({
    save: (value) => new Promise<void>((ok, no) => sent.push({ value, ok, fail: () => no(new Error('offline')) })),
    onState: (state) => states.push(state),
    keep: (value) => (kept = value),
    setTimer: (run, ms) => {
      const timer = { run, ms }
      timers.push(timer)
      return () => timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0)
    },
  })
  const tick = async () => {
    timers.shift()?.run()
    await new Promise((done) => setImmediate(done))
  }
  const settle = async (answer: () => void) => {
    answer()
    await new Promise((done) => setImmediate(done))
  }
  return { keeper, states, timers, sent, tick, settle, kept: () => kept }
}

describe('draft keeper', () => {
  it('waits for the pause, saves the newest, and then forgets its copy', async () => {
    const { keeper, states, sent, timers, tick, settle, kept } = setUp()
    keeper.change('路')
    keeper.change('路灯')
    expect([timers.length, timers[0]?.ms, kept()]).toEqual([1, 1500, '路灯'])
    await tick()
    await settle(() => sent[0]?.ok())
    expect(sent.map((each) => each.value)).toEqual(['路灯'])
    expect([states.at(-1), kept()]).toEqual(['saved', undefined])
  })
  it('saves once at a time and again when typing went on meanwhile', async () => {
    const { keeper, sent, tick, settle, kept, states } = setUp()
    keeper.change('a')
    await tick()
    keeper.change('ab')
    await settle(() => sent[0]?.ok())
    expect([states.at(-1), kept()]).toEqual(['saving', 'ab'])
    await tick()
    expect(sent.map((each) => each.value)).toEqual(['a', 'ab'])
  })
  it('keeps the copy and tries again, later each time, while the line is down', async () => {
    const { keeper, sent, timers, tick, settle, kept, states } = setUp()
    keeper.change('a')
    await tick()
    await settle(() => sent[0]?.fail())
    expect([states.at(-1), timers[0]?.ms, kept()]).toEqual(['failed', 2000, 'a'])
    await tick()
    await settle(() => sent[1]?.fail())
    expect(timers[0]?.ms).toBe(4000)
    void keeper.flush()
    await settle(() => sent[2]?.ok())
    expect([states.at(-1), kept(), timers.length]).toEqual(['saved', undefined, 0])
  })
  it('forgets a discarded draft', async () => {
    const { keeper, sent, tick, kept, states } = setUp()
    keeper.change('a')
    keeper.discard()
    await tick()
    expect([sent.length, kept(), states.at(-1)]).toEqual([0, undefined, 'idle'])
  })
  it('does not bring a draft back that was discarded while it was being saved', async () => {
    const { keeper, sent, tick, settle, kept, states, timers } = setUp()
    keeper.change('a')
    await tick()
    keeper.discard()
    await settle(() => sent[0]?.fail())
    expect([kept(), states.at(-1), timers.length]).toEqual([undefined, 'idle', 0])
  })
  it('sends nothing while it is held, waits for what is on its way, and goes on afterwards', async () => {
    const { keeper, sent, tick, settle, kept, states, timers } = setUp()
    keeper.change('a')
    await tick()
    let arrived = false
    const held = keeper.hold().then(() => (arrived = true))
    keeper.change('ab')
    await settle(() => {})
    expect(arrived, 'the save is still on its way').toBe(false)
    await settle(() => sent[0]?.ok())
    await held
    await tick()
    void keeper.flush()
    expect([sent.length, kept()]).toEqual([1, 'ab'])
    keeper.resume()
    expect(timers[0]?.ms).toBe(1500)
    await tick()
    await settle(() => sent[1]?.ok())
    expect([sent[1]?.value, states.at(-1), kept()]).toEqual(['ab', 'saved', undefined])
  })
  it('forgets what was held back when the form is gone', async () => {
    const { keeper, sent, kept, timers } = setUp()
    keeper.change('a')
    await keeper.hold()
    keeper.discard()
    keeper.resume()
    void keeper.flush()
    expect([sent.length, kept(), timers.length]).toEqual([0, undefined, 0])
  })
})
