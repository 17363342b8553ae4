import { chmodSync, lstatSync } from 'node:fs'
import { chmod, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startNotes } from './start.sentences.ts'
import type { Said } from './start-fault.ts'

/** What a program of ours keeps in a data folder, beside the database. Nothing else there is ours to change. */
const ours = ['server.json', 'server.lock', 'local.json']

const databaseFiles = (databaseUrl: string) =>
  databaseUrl.startsWith('file:') ? ['', '-wal', '-shm'].map((end) => databaseUrl.slice('file:'.length) + end) : []

const wanted = (isFolder: boolean) => (isFolder ? 0o700 : 0o600)

const isMissing = (error: unknown) => error instanceof Error && Reflect.get(error, 'code') === 'ENOENT'

/**
 * Takes from everybody else what they may do with the data folder, the database and our small files: 0700 and 0600. A folder that others
 * are meant to write in (the machine's own for temporary files) is left as it is. What cannot be changed is told.
 */
export const closeToOthers = (places: { dataDir: string; databaseUrl: string }, say: (said: Said) => void): void => {
  const paths = [
    places.dataDir,
    join(places.dataDir, 'attachments'),
    ...ours.map((name) => join(places.dataDir, name)),
    ...databaseFiles(places.databaseUrl),
  ]
  for (const path of paths) {
    try {
      const { mode } = lstatSync(path)
      const isFolder = (mode & 0o170000) === 0o040000
      const forAll = (mode & 0o1002) !== 0
      if ((mode & 0o077) !== 0 && !(isFolder && forAll)) chmodSync(path, wanted(isFolder))
    } catch (error) {
      if (!isMissing(error)) say(startNotes.mode(path, error instanceof Error ? error.message : String(error)))
    }
  }
}

/** The same for the files by content, which may be hundreds of thousands; for the time after the start. Answers how many were changed. */
export const closeFilesToOthers = async (dataDir: string): Promise<number> => {
  const top = join(dataDir, 'attachments')
  const folders = await readdir(top, { withFileTypes: true }).catch(() => [])
  let changed = 0
  const close = async (path: string, isFolder: boolean) => {
    const { mode } = await lstat(path)
    if ((mode & 0o077) === 0) return
    await chmod(path, wanted(isFolder))
    changed++
  }
  for (const folder of folders.filter((entry) => entry.isDirectory())) {
    const path = join(top, folder.name)
    await close(path, true)
    for (const entry of await readdir(path, { withFileTypes: true }))
      // A draft may get its name meanwhile.
      if (entry.isFile()) await close(join(path, entry.name), false).catch(() => {})
  }
  return changed
}
