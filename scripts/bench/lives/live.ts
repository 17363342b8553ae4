import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from './client.ts'
import type { Life, Step } from './steps.ts'

/** How lives are lived. */
export interface LivingOptions {
  client: Client
  steps: readonly Step[]
  /** A request was answered, so that its ticket is there. */
  onText(life: Life): Promise<void>
  /** Whether the question that a step answers has left the house. */
  isAsked(life: Life): Promise<boolean>
}

/** How often it is looked whether a question has left, ms. */
const look = 100

const timed = async ({ client, onText }: LivingOptions, step: Step, at: number, life: Life): Promise<number> => {
  const start = performance.now()
  await step.make(client, life)
  const ms = performance.now() - start
  if (at === 0) await onText(life)
  return ms
}

/** What a step came to where nothing else is asked of the server: how long each took, and the server's processor time for one, ms. */
export interface AloneStep {
  times: number[]
  cpu: number
}

/** All lives step by step, one request after another. `cpu`: the server's processor time so far, ms. */
export const liveAlone = async (
  options: LivingOptions,
  lives: readonly Life[],
  cpu: () => number,
): Promise<AloneStep[]> => {
  const found: AloneStep[] = []
  for (const [at, step] of options.steps.entries()) {
    await sleep(Math.max(step.after, 500))
    for (const life of lives) while (step.after > 0 && !(await options.isAsked(life))) await sleep(look)
    const before = cpu()
    const times: number[] = []
    for (const life of lives) times.push(await timed(options, step, at, life))
    found.push({ times, cpu: (cpu() - before) / lives.length })
  }
  return found
}

/** What many lives at once came to. */
export interface Together {
  /** By step, ms. */
  times: number[][]
  /** Whole lives a second while new ones began as old ones ended. */
  perSecond: number
  /** The server's processor time for a life meanwhile, ms. */
  cpu: number
}

/**
 * All lives over so many lanes, each with one request at a time: the furthest life that may go on does, and where none may the next begins.
 * Counted from the first that ended until the last began: then all nine writes go on at once.
 */
export const liveTogether = async (
  options: LivingOptions,
  lives: readonly Life[],
  lanes: number,
  cpu: () => number,
): Promise<Together> => {
  const { steps } = options
  const times: number[][] = steps.map(() => [])
  /** By the step that is next: whose turn it is from when on. */
  const waiting: { life: Life; from: number }[][] = steps.map(() => [])
  const window = { from: 0, to: 0, writes: 0, cpuFrom: 0, cpuTo: 0 }
  let next = 0
  let under = 0

  const ready = (): { life: Life; at: number } | undefined => {
    const now = performance.now()
    for (let at = steps.length - 1; at > 0; at--) {
      const first = waiting[at]?.[0]
      if (first && first.from <= now) {
        waiting[at]?.shift()
        return { life: first.life, at }
      }
    }
    const life = lives[next]
    if (!life) return undefined
    next++
    under++
    if (next === lives.length) {
      window.to = performance.now()
      window.cpuTo = cpu()
    }
    return { life, at: 0 }
  }

  const lane = async () => {
    while (next < lives.length || under > 0) {
      const turn = ready()
      if (!turn) {
        await sleep(20)
        continue
      }
      const { life, at } = turn
      const step = steps[at]
      if (!step) continue
      if (step.after > 0 && !(await options.isAsked(life))) {
        waiting[at]?.push({ life, from: performance.now() + look })
        continue
      }
      const ms = await timed(options, step, at, life)
      times[at]?.push(ms)
      if (window.from > 0 && window.to === 0) window.writes++
      const after = steps[at + 1]
      if (after) waiting[at + 1]?.push({ life, from: performance.now() + after.after })
      else {
        under--
        if (window.from === 0) {
          window.from = performance.now()
          window.cpuFrom = cpu()
        }
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const done = window.writes / steps.length
  return { times, perSecond: (1000 * done) / (window.to - window.from), cpu: (window.cpuTo - window.cpuFrom) / done }
}
