import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * How the server's heap may grow, MB. Reading the sources leaves much garbage behind; without a bound the process keeps
 * that memory for good. A city with a very large catalogue raises it with `NODE_OPTIONS`. And how its modules are found.
 */
export const serverFlags = [
  '--max-old-space-size=384',
  '--max-semi-space-size=8',
  `--import=${new URL('quick-modules.ts', import.meta.url).href}`,
]

/** One pool for native memory (glibc): several of them keep some 15 MB more than is used. Set beforehand, it stays as it was. */
const sparing = { MALLOC_ARENA_MAX: '1' }

/** Starts one of our programs with the same runtime; what it prints goes to the terminal. */
export const runProgram = (
  script: string,
  env: NodeJS.ProcessEnv,
  args: string[] = [],
  flags: string[] = [],
): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...flags, join(root, script), ...args], {
    cwd: root,
    env: { ...sparing, ...env },
    // The channel says nothing: it closes when this process ends, however it ends, and then the program stops as well.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

/** Waits until a program answers at an address; false when it ended before, or after `ms` (by default as long as it lives). */
export const answers = async (url: string, child: ChildProcess, ms = Number.POSITIVE_INFINITY): Promise<boolean> => {
  const end = Date.now() + ms
  while (Date.now() < end && child.exitCode === null && child.signalCode === null) {
    try {
      if ((await fetch(url)).ok) return true
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

/** Whether nobody listens on a port yet; 0 always is, for then the system picks one. */
export const portIsFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

/** A port nobody listens on now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })

/** Asks a program to stop, and makes it after twenty seconds: requests may take five of them, a carrier that does not answer ten. */
export const stopProgram = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const hard = setTimeout(() => child.kill('SIGKILL'), 20_000)
    child.once('exit', () => {
      clearTimeout(hard)
      resolve()
    })
    child.kill('SIGTERM')
  })
