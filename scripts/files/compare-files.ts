import { DamagedFile } from '../../api/platform/files/content-name.ts'
import { folders, type Files } from '../../api/platform/files/files.ts'

/** What a comparison of two places found. */
export interface Compared {
  /** Files where the program keeps them, bytes in all. */
  files: number
  bytes: number
  /** At the other place and not here. */
  missing: string[]
  /** Here, and no longer what the name says. */
  damaged: string[]
}

/** Reads every file of a place through, and looks what another one has beyond it. */
export const compareFiles = async (
  here: Files,
  other: Files,
  progress?: (folder: number, files: number) => void,
): Promise<Compared> => {
  const found: Compared = { files: 0, bytes: 0, missing: [], damaged: [] }
  for (let folder = 0; folder < folders; folder++) {
    const names = new Set<string>()
    for (const { sha256, bytes } of await here.listIn(folder)) {
      names.add(sha256)
      found.files++
      found.bytes += bytes
      try {
        await here.get(sha256)
      } catch (error) {
        if (!(error instanceof DamagedFile)) throw error
        found.damaged.push(sha256)
      }
    }
    for (const { sha256 } of await other.listIn(folder)) if (!names.has(sha256)) found.missing.push(sha256)
    progress?.(folder + 1, found.files)
  }
  return found
}
