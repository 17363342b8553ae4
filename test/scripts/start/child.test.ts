import { once } from 'node:events'
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { endNote, root, runProgram } from '../../../scripts/start/child.ts'

describe('a program that ends by itself', () => {
  it('says which one and how', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yixian-child-'))
    const script = join(folder, 'wait.mjs')
    await writeFile(script, 'setInterval(() => {}, 1000)')
    const child = runProgram(relative(root, script), process.env)
    child.kill('SIGKILL')
    const [code, signal] = await once(child, 'exit')
    await rm(folder, { recursive: true })
    expect(endNote('server', code, signal)).toContain('The server ended by itself (SIGKILL)')
    expect(endNote('practice carrier', 1, null)).toContain('The practice carrier ended by itself (code 1)')
  })
})
