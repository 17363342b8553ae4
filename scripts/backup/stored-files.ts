import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../api/platform/clock.ts'
import type { Places } from '../../api/platform/config.ts'
import { openFiles } from '../../api/platform/files/files.ts'
import { createFolderFiles } from '../../api/platform/files/folder-files.ts'
import { Problem } from '../../api/platform/problem.ts'
import { StartFault } from '../../api/start/start-fault.ts'
import { copyFiles } from '../files/copy-files.ts'
import { filesFaults } from '../files/files.sentences.ts'
import { hashOf, type Manifest } from './manifest.ts'

/** Where the files lie, opened; a store that is away is told as a sentence. */
const withFiles = async <T>(places: Places, work: (files: ReturnType<typeof openFiles>) => Promise<T>): Promise<T> => {
  const files = openFiles(places, { clock: systemClock })
  try {
    return await work(files)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new StartFault(filesFaults.away(files.place, (await files.look())?.fault ?? error.title), error)
  }
}

/** Copies every stored file, wherever it lies, into a backup, which has the shape of a data folder; those whose bytes have changed are named and left out. */
export const copyStoredFiles = (places: Places, backup: string) =>
  withFiles(places, (files) => copyFiles(files, createFolderFiles(backup)))

/** The first file of a backup that is not what its manifest says; null when all are. */
export const firstAltered = async (folder: string, files: Manifest['files']): Promise<string | null> => {
  for (const { sha256 } of files) {
    const path = join('attachments', sha256.slice(0, 2), sha256)
    if (!existsSync(join(folder, path)) || (await hashOf(join(folder, path))) !== sha256) return path
  }
  return null
}

/** Puts files back where the program keeps them, those that are not there, or that the disk has damaged. A store looks after its bytes itself. */
export const putFilesBack = (backup: string, places: Places, files: Manifest['files']) =>
  withFiles(places, (to) =>
    copyFiles(createFolderFiles(backup), to, {
      only: new Set(files.map(({ sha256 }) => sha256)),
      readThrough: places.files === null,
    }),
  )
