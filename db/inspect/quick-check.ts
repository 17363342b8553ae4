import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('quick-check.process.ts', import.meta.url))

/** How a check of a whole file stands after the time it was given. */
export interface QuickCheck {
  /** It takes longer. */
  stillRunning: boolean
  /** What was found so far, null when nothing. */
  found: string | null
  /** What is found in the end, null when nothing is wrong or the check was broken off. */
  last: Promise<string | null>
}

/** Reads a database file through for damage (`quick_check`) in a process of its own, which ends with this one; waits `patienceMs` for it. */
export const quickCheck = async (file: string, patienceMs: number): Promise<QuickCheck> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, file], {
    // The channel says nothing: it closes when this process is killed, and then the check ends as well.
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  const kill = () => child.kill('SIGKILL')
  process.on('exit', kill)
  const last = new Promise<string | null>((resolve) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (part: string) => (said += part))
    child.on('error', () => resolve(null))
    child.on('close', () => {
      process.off('exit', kill)
      resolve(said === 'ok' || said === '' ? null : said.replace(/\s+/g, ' ').slice(0, 200))
    })
  })
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<'running'>((resolve) => {
    timer = setTimeout(() => resolve('running'), patienceMs)
  })
  const first = await Promise.race([last.then((found) => ({ found })), patience])
  clearTimeout(timer)
  if (first !== 'running') return { stillRunning: false, found: first.found, last }
  child.unref()
  child.channel?.unref()
  return { stillRunning: true, found: null, last }
}
