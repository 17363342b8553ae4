import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdData, readRecord, writeRecord } from '../../../api/start/data-lock.ts'
import { StartFault } from '../../../api/start/start-fault.ts'
import { root } from '../../../scripts/start/child.ts'
import { tell } from './start.support.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixian-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const script = `
  const { holdData, writeRecord } = await import(${JSON.stringify(join(root, 'api/start/data-lock.ts'))})
  holdData(process.argv[1], process.argv[2])
  // Held by whoever took it, though nobody refers to it any more.
  globalThis.gc()
  writeRecord(process.argv[1], { pid: process.pid })
  process.stdout.write('held')
  setInterval(() => {}, 1000)`

describe('a data folder', () => {
  it('belongs to one server at a time, which is named; a killed one holds nothing', async () => {
    const other = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script, folder, 'alone'])
    expect(String((await once(other.stdout, 'data'))[0])).toBe('held')
    expect(await tell(() => holdData(folder, 'alone'), StartFault)).toContain(`(process ${other.pid}). Stop that one`)
    expect(await tell(() => holdData(folder, 'shared'), StartFault)).toContain('in use')
    other.kill('SIGKILL')
    await once(other, 'exit')
    holdData(folder, 'alone').release()
  })
  it('may be shared by servers on one PostgreSQL, and nobody has it alone meanwhile', async () => {
    const other = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script, folder, 'shared'])
    expect(String((await once(other.stdout, 'data'))[0])).toBe('held')
    const own = holdData(folder, 'shared')
    own.release()
    expect(await tell(() => holdData(folder, 'alone'), StartFault)).toContain('in use')
    other.kill('SIGKILL')
    await once(other, 'exit')
  })
  it('that cannot be written is named', async () => {
    writeFileSync(join(folder, 'file'), '')
    const within = join(folder, 'file', 'data')
    expect(await tell(() => holdData(within, 'alone'), StartFault)).toContain(within)
  })
  it('keeps what is written of it, part by part', () => {
    expect(readRecord(folder)).toBeNull()
    writeRecord(folder, { pid: 7, since: '2026-06-01T00:00:00.000Z' })
    writeRecord(folder, { mark: 9 })
    expect(readRecord(folder)).toEqual({ pid: 7, since: '2026-06-01T00:00:00.000Z', mark: 9 })
  })
})
