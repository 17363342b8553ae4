import { constants, existsSync, rmSync, statSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { flush, hashOf, type Manifest } from './manifest.ts'

const folderOf = (dataDir: string, sha256: string) => join(dataDir, 'attachments', sha256.slice(0, 2))

/** Names of the files by content in a data folder; drafts are left out. */
const namesIn = async (dataDir: string): Promise<string[]> => {
  const top = join(dataDir, 'attachments')
  const folders = await readdir(top).catch(() => [])
  const names = await Promise.all(folders.map((folder) => readdir(join(top, folder)).catch(() => [])))
  return names.flat().filter((name) => /^[0-9a-f]{64}$/.test(name))
}

/** Copies one file under its name only when its bytes are what the name says; false when they are not. */
const copyOne = async (from: string, to: string, sha256: string): Promise<boolean> => {
  await mkdir(folderOf(to, sha256), { recursive: true, mode: 0o700 })
  const path = join(folderOf(to, sha256), sha256)
  const draft = `${path}.draft`
  await copyFile(join(folderOf(from, sha256), sha256), draft, constants.COPYFILE_FICLONE)
  if ((await hashOf(draft)) !== sha256) return false
  await flush(draft)
  await rename(draft, path)
  return true
}

/** Copies every stored file into a backup; those whose bytes the disk has changed are named and left out. */
export const copyFiles = async (dataDir: string, to: string) => {
  const files: Manifest['files'] = []
  const damaged: string[] = []
  for (const sha256 of await namesIn(dataDir)) {
    if (await copyOne(dataDir, to, sha256))
      files.push({ sha256, bytes: statSync(join(folderOf(to, sha256), sha256)).size })
    else {
      rmSync(join(folderOf(to, sha256), `${sha256}.draft`), { force: true })
      damaged.push(sha256)
    }
  }
  return { files, damaged }
}

/** The first file of a backup that is not what its manifest says; null when all are. */
export const firstAltered = async (folder: string, files: Manifest['files']): Promise<string | null> => {
  for (const { sha256 } of files) {
    const path = join(folderOf(folder, sha256), sha256)
    if (!existsSync(path) || (await hashOf(path)) !== sha256) return join('attachments', sha256.slice(0, 2), sha256)
  }
  return null
}

/** Puts files back that the data folder does not have, or has damaged. */
export const putFilesBack = async (folder: string, dataDir: string, files: Manifest['files']): Promise<void> => {
  for (const { sha256 } of files) {
    const path = join(folderOf(dataDir, sha256), sha256)
    if (!existsSync(path) || (await hashOf(path)) !== sha256) await copyOne(folder, dataDir, sha256)
  }
}
