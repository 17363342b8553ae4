import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { quickCheck } from '../../../db/inspect/quick-check.ts'
import { openDb } from '../../../db/open.ts'
import { root } from '../../../scripts/start/child.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixian-quick-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const checkers = (file: string) =>
  spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes('quick-check.process.ts') && line.includes(file))

describe('the check of a whole database file', () => {
  it('finds nothing in a sound one, and says what is wrong with another', async () => {
    const file = join(folder, 'sound.db')
    await (await openDb(`file:${file}`)).close()
    expect(await quickCheck(file, 60_000)).toMatchObject({ stillRunning: false, found: null })
    expect(await quickCheck(folder, 60_000)).toMatchObject({
      stillRunning: false,
      found: 'disk I/O error',
    })
  })

  it('ends when whoever began it is killed, whatever it is reading', async () => {
    // Nobody ever writes into it: whoever opens it waits.
    const endless = join(folder, 'endless.db')
    expect(spawnSync('mkfifo', [endless]).status).toBe(0)
    const script = `const { quickCheck } = await import(${JSON.stringify(join(root, 'db/inspect/quick-check.ts'))}); await quickCheck(process.argv[1], 1e9)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script, endless], { stdio: 'ignore' })
    await vi.waitFor(() => expect(checkers(endless)).toHaveLength(1), { timeout: 15_000, interval: 50 })
    parent.kill('SIGKILL')
    await vi.waitFor(() => expect(checkers(endless)).toEqual([]), { timeout: 15_000, interval: 50 })
  })
})
