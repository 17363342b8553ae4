import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { root } from '../../../scripts/start/child.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixian-install-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('installs nothing through a link, for others may share what is behind it', async () => {
  const shared = join(folder, 'shared')
  const checkout = join(folder, 'checkout')
  await mkdir(shared)
  await mkdir(join(checkout, 'scripts'), { recursive: true })
  await mkdir(join(checkout, 'api/platform'), { recursive: true })
  await writeFile(join(shared, 'theirs'), 'kept')
  await symlink(shared, join(checkout, 'node_modules'))
  for (const file of ['package.json', 'package-lock.json', 'scripts/start.mjs', 'api/platform/settings.mjs'])
    await copyFile(join(root, file), join(checkout, file))
  const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], { cwd: checkout, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toBe(
    `Packages are missing, and node_modules is a link: install them at ${shared}, or remove the link.\n`,
  )
  expect(await readFile(join(shared, 'theirs'), 'utf8')).toBe('kept')
})
