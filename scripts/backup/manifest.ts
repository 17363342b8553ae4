import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { StartFault } from '../../api/start/start-fault.ts'
import { backupFaults } from './backup.sentences.ts'

const Manifest = z.object({
  format: z.literal(1),
  /** When the database was copied, ISO 8601. */
  at: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  database: z.object({ file: z.string(), bytes: z.number(), sha256: z.string() }),
  /** Attachments and recordings, named by their SHA-256. */
  files: z.array(z.object({ sha256: z.string(), bytes: z.number() })),
  /** Whether the secrets of a trial are in it (`local.json`). */
  localSecrets: z.boolean(),
})

/** What a backup says of itself: with it one can tell whether all of it is there. */
export type Manifest = z.infer<typeof Manifest>

/** SHA-256 of a file of any size, in hex. */
export const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex')
}

/** Flushes a file or folder to the disk. */
export const flush = async (path: string): Promise<void> => {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const nameIn = (folder: string) => join(folder, 'manifest.json')

/** Writes the manifest, last of all. */
export const writeManifest = async (folder: string, manifest: Manifest): Promise<void> => {
  await writeFile(nameIn(folder), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
  await flush(nameIn(folder))
}

/** Reads the manifest of a backup. Throws a `StartFault` when there is none. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  try {
    return Manifest.parse(JSON.parse(await readFile(nameIn(folder), 'utf8')))
  } catch (error) {
    throw new StartFault(backupFaults.noManifest(folder), error)
  }
}
