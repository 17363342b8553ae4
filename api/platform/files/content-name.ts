import { createHash } from 'node:crypto'

/** The name of bytes: their SHA-256 in hex. */
export const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Whether a text is the name of some bytes. */
export const isName = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The name, which no outside text may stand in for. */
export const demandName = (text: string): string => {
  if (!isName(text)) throw new Error('not a SHA-256')
  return text
}

/** The two digits that the names in a folder begin with. */
export const digitsOf = (folder: number): string => folder.toString(16).padStart(2, '0')

/** A stored file whose bytes are no longer what its name says. */
export class DamagedFile extends Error {
  constructor(sha256: string) {
    super(`stored file ${sha256} is damaged`)
    this.name = 'DamagedFile'
  }
}

/** Bytes that were read, when they are what their name says. Throws `DamagedFile`. */
export const demandWhole = <Bytes extends Uint8Array>(bytes: Bytes, sha256: string): Bytes => {
  if (nameOf(bytes) !== sha256) throw new DamagedFile(sha256)
  return bytes
}
