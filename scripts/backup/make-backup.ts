import { existsSync, readdirSync, statSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Places } from '../../api/platform/config.ts'
import { StartFault } from '../../api/start/start-fault.ts'
import { backupFaults } from './backup.sentences.ts'
import { hashOf, writeManifest, type Manifest } from './manifest.ts'
import { dumpDatabase } from './postgres.ts'
import { copyDatabase } from './sqlite.ts'
import { copyStoredFiles } from './stored-files.ts'

/**
 * Backs up database and files into a folder of their own, while servers run. The database comes first: every file that it names was stored
 * before. The folder gets its name when all of it is there and checked. Throws a `StartFault`.
 */
export const makeBackup = async (
  places: Places,
  folder: string,
): Promise<{ manifest: Manifest; damaged: string[] }> => {
  const { databaseUrl, dataDir } = places
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new StartFault(backupFaults.notEmpty(folder))
  const draft = `${folder.replace(/\/+$/, '')}.unfinished`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const engine = databaseUrl.startsWith('file:') ? 'sqlite' : 'postgres'
  const file = engine === 'sqlite' ? 'yixian.db' : 'yixian.dump'
  const copy = join(draft, file)
  const at = new Date().toISOString()
  if (engine === 'sqlite') await copyDatabase(databaseUrl.slice('file:'.length), copy)
  else await dumpDatabase(databaseUrl, copy)
  const { files, damaged } = await copyStoredFiles(places, draft)
  const localSecrets = existsSync(join(dataDir, 'local.json'))
  if (localSecrets) await copyFile(join(dataDir, 'local.json'), join(draft, 'local.json'))
  const database = { file, bytes: statSync(copy).size, sha256: await hashOf(copy) }
  const manifest: Manifest = { format: 1, at, engine, database, files, localSecrets }
  await writeManifest(draft, manifest)
  if (existsSync(folder)) await rm(folder, { recursive: true })
  await rename(draft, folder)
  return { manifest, damaged }
}
