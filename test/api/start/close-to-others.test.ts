import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closeFilesToOthers, closeToOthers } from '../../../api/start/close-to-others.ts'

const modeOf = (path: string) => (statSync(path).mode & 0o1777).toString(8)

it('takes the data from everybody else, and touches nothing that is not ours', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yixian-modes-'))
  const open = (path: string) => {
    writeFileSync(join(folder, path), 'x')
    chmodSync(join(folder, path), 0o644)
  }
  mkdirSync(join(folder, 'attachments', 'ab'), { recursive: true })
  for (const path of ['', 'attachments', 'attachments/ab']) chmodSync(join(folder, path), 0o755)
  for (const path of ['yixian.db', 'yixian.db-wal', 'local.json', 'notes.txt', 'attachments/ab/abcd']) open(path)
  closeToOthers({ dataDir: folder, databaseUrl: `file:${join(folder, 'yixian.db')}` }, () => {})
  expect(await closeFilesToOthers(folder)).toBe(2)
  expect(await closeFilesToOthers(folder), 'once').toBe(0)
  for (const path of ['', 'attachments', 'attachments/ab']) expect(modeOf(join(folder, path)), path).toBe('700')
  for (const path of ['yixian.db', 'yixian.db-wal', 'local.json', 'attachments/ab/abcd'])
    expect(modeOf(join(folder, path)), path).toBe('600')
  expect(modeOf(join(folder, 'notes.txt'))).toBe('644')
  rmSync(folder, { recursive: true })
})
it('leaves a folder that everybody is meant to write in', () => {
  const shared = mkdtempSync(join(tmpdir(), 'yixian-shared-'))
  chmodSync(shared, 0o1777)
  closeToOthers({ dataDir: shared, databaseUrl: 'postgres://db/city' }, () => {})
  expect(modeOf(shared)).toBe('1777')
  rmSync(shared, { recursive: true })
})
