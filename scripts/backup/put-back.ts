import { existsSync } from 'node:fs'
import { copyFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { holdEffects } from '../../api/operations/held/held.ts'
import { systemClock } from '../../api/platform/clock.ts'
import type { Places } from '../../api/platform/config.ts'
import { createIds } from '../../api/platform/ids.ts'
import { holdData, writeRecord } from '../../api/start/data-lock.ts'
import { StartFault } from '../../api/start/start-fault.ts'
import { openDb } from '../../db/open.ts'
import { backupFaults } from './backup.sentences.ts'
import { hashOf, readManifest, type Manifest } from './manifest.ts'
import { putDumpBack } from './postgres.ts'
import { putDatabaseBack } from './sqlite.ts'
import { firstAltered, putFilesBack } from './stored-files.ts'

/** Throws a `StartFault` naming the first file of a backup that is not what its manifest says. */
const demandWhole = async (folder: string, { database, files }: Manifest) => {
  const path = join(folder, database.file)
  if (!existsSync(path) || (await hashOf(path)) !== database.sha256)
    throw new StartFault(backupFaults.altered(database.file))
  const altered = await firstAltered(folder, files)
  if (altered !== null) throw new StartFault(backupFaults.altered(altered))
}

/** Holds in a restored database whatever waited when it was backed up. */
const hold = async (url: string, at: string): Promise<number> => {
  const db = await openDb(url)
  const deps = { clock: systemClock, ids: createIds(systemClock), wake: { outbox: () => {}, live: () => {} } }
  try {
    return await db.tx((tx) => holdEffects(tx, deps, at))
  } finally {
    await db.close()
  }
}

const putSecretsBack = async (folder: string, dataDir: string, stamp: string) => {
  const own = join(dataDir, 'local.json')
  if (existsSync(own) && (await hashOf(own)) !== (await hashOf(join(folder, 'local.json'))))
    await rename(own, `${own}.before-${stamp}`)
  await copyFile(join(folder, 'local.json'), own)
}

/**
 * Makes a backup the city again: all of it is read first, no server may run, what was there is kept under another name, and what waited when
 * the backup was made is held. Throws a `StartFault`; then nothing is changed.
 */
export const putBack = async (
  places: Places,
  folder: string,
): Promise<{ manifest: Manifest; held: number; aside: string | null }> => {
  const { databaseUrl, dataDir } = places
  const manifest = await readManifest(folder)
  const engine = databaseUrl.startsWith('file:') ? 'sqlite' : 'postgres'
  if (manifest.engine !== engine) throw new StartFault(backupFaults.otherEngine(manifest.engine, engine))
  const lock = holdData(dataDir, 'alone')
  try {
    await demandWhole(folder, manifest)
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-').toLowerCase()
    const copy = join(folder, manifest.database.file)
    await putFilesBack(folder, places, manifest.files)
    let held = 0
    const holdIn = async (url: string) => {
      held = await hold(url, manifest.at)
    }
    let aside: string | null
    if (engine === 'sqlite') aside = await putDatabaseBack(copy, databaseUrl.slice('file:'.length), stamp, holdIn)
    else {
      writeRecord(dataDir, { unfinishedRestore: folder })
      aside = await putDumpBack(databaseUrl, copy, stamp)
      await holdIn(databaseUrl)
    }
    if (manifest.localSecrets) await putSecretsBack(folder, dataDir, stamp)
    writeRecord(dataDir, { mark: null, pid: null, unfinishedRestore: null })
    return { manifest, held, aside }
  } finally {
    lock.release()
  }
}
