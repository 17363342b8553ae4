import type { ChildProcess } from 'node:child_process'
import { beyondRepair, inBoth, type Said } from '../../api/start/start-fault.ts'
import { stopProgram } from './child.ts'

/** A program that dies sooner than this after its start died quickly, ms. */
const quickMs = 60_000

/** Waits before it is started again, ms; after that many quick deaths in a row, and one more, nobody tries any longer. */
const waits = [1_000, 2_000, 4_000, 8_000, 16_000]

/** How one of our programs ended. */
interface End {
  code: number | null
  signal: string | null
}

/** What to do after a death: start again in so many ms, or no more. `quickDeaths`: how many in a row, this one included. */
const afterDeath = ({ code }: End, quickDeaths: number): { startInMs: number } | 'giveUp' => {
  // It has said itself what is wrong, and would only say it again.
  if (code === beyondRepair) return 'giveUp'
  const startInMs = quickDeaths === 0 ? waits[0] : waits[quickDeaths - 1]
  return startInMs === undefined ? 'giveUp' : { startInMs }
}

const how = ({ code, signal }: End) => signal ?? `code ${code}`

/** Said when a program ended by itself: whoever looks at the terminal or the journal must see which, how, and what happens now. */
const deathNote = (name: Said, end: End, next: { startInMs: number } | 'giveUp'): Said =>
  next === 'giveUp'
    ? {
        zh: `${name.zh}自行退出（${how(end)}），连续多次，不再重启；全部程序已停止。原因见上方各行。`,
        en: `The ${name.en} ended by itself (${how(end)}) again and again and is not started any more; everything is stopped. The lines above say why.`,
      }
    : {
        zh: `${name.zh}自行退出（${how(end)}），${next.startInMs / 1000} 秒后重新启动。`,
        en: `The ${name.en} ended by itself (${how(end)}); it is started again in ${next.startInMs / 1000} s.`,
      }

/** What a supervisor needs; tests bring their own time. */
export interface SuperviseOptions {
  name: Said
  begin: () => ChildProcess
  /** Called once, when it is not started any more: with the status to end with. */
  gaveUp: (code: number) => void
  say?: (said: Said) => void
  now?: () => number
  wait?: (ms: number, then: () => void) => NodeJS.Timeout
}

/** A program that is kept running. */
export interface Supervised {
  /** The process that runs now. */
  current(): ChildProcess
  /** Stops it for good. */
  stop(): Promise<void>
}

/** Keeps a program running: starts it again when it ended by itself, later each time, until it dies too often. */
export const supervise = ({ name, begin, gaveUp, ...given }: SuperviseOptions): Supervised => {
  const say = given.say ?? ((said) => process.stderr.write(inBoth(said)))
  const now = given.now ?? (() => performance.now())
  const wait = given.wait ?? ((ms, then) => setTimeout(then, ms))
  let stopping = false
  let quickDeaths = 0
  let next: NodeJS.Timeout | undefined
  const run = (): ChildProcess => {
    const child = begin()
    const since = now()
    child.once('exit', (code, signal) => {
      if (stopping) return
      quickDeaths = now() - since < quickMs ? quickDeaths + 1 : 0
      const then = afterDeath({ code, signal }, quickDeaths)
      if (code !== beyondRepair) say(deathNote(name, { code, signal }, then))
      if (then === 'giveUp') return gaveUp(code === null || code === 0 ? 1 : code)
      next = wait(then.startInMs, () => {
        current = run()
      })
    })
    return child
  }
  let current = run()
  return {
    current: () => current,
    stop: async () => {
      stopping = true
      clearTimeout(next)
      await stopProgram(current)
    },
  }
}
