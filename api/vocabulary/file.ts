/** What a file is to whoever reads of it: something to look at, to watch, to hear, or to open. */
export const fileKinds = ['picture', 'video', 'sound', 'file'] as const
export type FileKind = (typeof fileKinds)[number]

const office = 'application/vnd.openxmlformats-officedocument'

/**
 * Every type that is taken, from staff and from citizens alike, and given out again; whatever else comes is refused: programs, pages, drawings that may
 * run (SVG), archives, and contact cards (vCard), which are somebody else's data. The kind of a type, and the ending of its files.
 */
export const fileTypes = {
  'image/jpeg': ['picture', 'jpg'],
  'image/png': ['picture', 'png'],
  'image/gif': ['picture', 'gif'],
  'image/webp': ['picture', 'webp'],
  'image/heic': ['picture', 'heic'],
  'application/pdf': ['file', 'pdf'],
  [`${office}.wordprocessingml.document`]: ['file', 'docx'],
  [`${office}.spreadsheetml.sheet`]: ['file', 'xlsx'],
  'video/mp4': ['video', 'mp4'],
  'video/quicktime': ['video', 'mov'],
  'video/3gpp': ['video', '3gp'],
  'video/webm': ['video', 'webm'],
  'image/heic-sequence': ['video', 'heics'],
  'audio/mpeg': ['sound', 'mp3'],
  'audio/mp4': ['sound', 'm4a'],
  'audio/aac': ['sound', 'aac'],
  'audio/amr': ['sound', 'amr'],
  'audio/ogg': ['sound', 'ogg'],
  'audio/wav': ['sound', 'wav'],
} as const satisfies Record<string, readonly [kind: FileKind, ending: string]>

/** A type that is taken. */
export type FileType = keyof typeof fileTypes

const isTaken = (type: string): type is FileType => Object.hasOwn(fileTypes, type)

/** The types that are taken, in the order in which documents name them. */
export const takenTypes = Object.keys(fileTypes).filter(isTaken)

/** What a file is by the type that somebody says it has, taken or not; its first bytes know better, once they are there. */
export const kindOfType = (contentType: string): FileKind => {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (isTaken(type)) return fileTypes[type][0]
  if (/^image\/.*sequence$/.test(type) || type.startsWith('video/')) return 'video'
  if (type.startsWith('audio/')) return 'sound'
  return type.startsWith('image/') && !type.includes('svg') ? 'picture' : 'file'
}

/** How many files of each kind there are. */
export type FileCounts = Readonly<Partial<Record<FileKind, number | undefined>>>

/** Counts files by the types that they have, or are said to have. */
export const countFiles = (contentTypes: readonly string[]): FileCounts => {
  const counts: Partial<Record<FileKind, number>> = {}
  for (const type of contentTypes) counts[kindOfType(type)] = (counts[kindOfType(type)] ?? 0) + 1
  return counts
}
