import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../scripts/start/child.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixian-child-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a program that was started by another one', () => {
  it('hears that the other was killed, and may stop', async () => {
    await writeFile(
      join(folder, 'wait.mjs'),
      `process.stdout.write('up\\n'); process.on('disconnect', () => { process.stdout.write('alone\\n'); process.exit(0) }); setInterval(() => {}, 1000)`,
    )
    await writeFile(
      join(folder, 'parent.mjs'),
      `import { runProgram } from ${JSON.stringify(join(root, 'scripts/start/child.ts'))}
       runProgram(${JSON.stringify(relative(root, join(folder, 'wait.mjs')))}, process.env)`,
    )
    const parent = spawn(process.execPath, [join(folder, 'parent.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
    const said = parent.stdout.setEncoding('utf8')
    const [first] = await once(said, 'data')
    expect(first).toBe('up\n')
    parent.kill('SIGKILL')
    const [last] = await once(said, 'data')
    expect(last).toBe('alone\n')
  })
})
