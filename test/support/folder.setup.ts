import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a run needs at most, bytes: the databases of two workers, and browsers. */
const room = 3_000_000_000

/** Memory as a folder (Linux), where enough of it is free; else the usual place. */
const quickFolder = async () => {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = await statfs(memory)
  return bavail * bsize > room ? memory : tmpdir()
}

/**
 * Gives the run a folder of its own, in which everything temporary is made, and takes it away afterwards. In memory where that can be:
 * every commit of the embedded database waits for the disk, thousands of times in a run, and no test is about the disk itself.
 * @public called by Vitest
 */
export const setup = async () => {
  const before = process.env['TMPDIR']
  const folder = await mkdtemp(join(await quickFolder(), 'yixian-run-'))
  // PostgreSQL runs as a user of its own when the tests run as root, and its data lie within.
  await chmod(folder, 0o755)
  process.env['TMPDIR'] = folder
  return async () => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    await rm(folder, { recursive: true, force: true })
  }
}
