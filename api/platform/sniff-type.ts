import type { FileType } from '../vocabulary/file.ts'

const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

const office = 'application/vnd.openxmlformats-officedocument'

/** Office files are zips that name their parts in the clear. */
const sniffOffice = (bytes: Uint8Array): FileType | null => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!all.includes('[Content_Types].xml') || all.includes('vbaProject.bin')) return null
  if (all.includes('word/document.xml')) return `${office}.wordprocessingml.document`
  return all.includes('xl/workbook.xml') ? `${office}.spreadsheetml.sheet` : null
}

/** The brand of an ISO base media file (ISO/IEC 14496-12; HEIF: ISO/IEC 23008-12, annex B) says what is in it. */
const brands: readonly (readonly [brand: RegExp, type: FileType])[] = [
  [/^(?:heic|heix|heim|heis|mif1|heif)$/, 'image/heic'],
  [/^(?:hevc|hevx|hevm|hevs|msf1)$/, 'image/heic-sequence'],
  [/^qt {2}$/, 'video/quicktime'],
  [/^(?:3g[pers2]|mmp4)/, 'video/3gpp'],
  [/^M4[AB] $/, 'audio/mp4'],
  [/^(?:iso\w|mp4\w|avc1|M4V[HP ]|MSNV|dash|f4v |NDS\w|XAVC|hvc1)$/, 'video/mp4'],
]

const isMpegSound = (bytes: Uint8Array) => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2
const isAdts = (bytes: Uint8Array) => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0

/** What the first bytes say a file is; null for everything that is not taken. Names and headers are never believed. */
export const sniffType = (bytes: Uint8Array): FileType | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  const head = ascii(bytes, 0, 12)
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF')) return head.endsWith('WEBP') ? 'image/webp' : head.endsWith('WAVE') ? 'audio/wav' : null
  if (head.slice(4, 8) === 'ftyp') return brands.find(([brand]) => brand.test(head.slice(8, 12)))?.[1] ?? null
  if (head.startsWith('%PDF-')) return 'application/pdf'
  if (head.startsWith('#!AMR')) return 'audio/amr'
  if (head.startsWith('OggS')) return 'audio/ogg'
  if (head.startsWith('\x1a\x45\xdf\xa3')) return ascii(bytes, 0, 64).includes('webm') ? 'video/webm' : null
  if (head.startsWith('ID3') || isMpegSound(bytes)) return 'audio/mpeg'
  if (isAdts(bytes)) return 'audio/aac'
  return head.startsWith('PK\x03\x04') ? sniffOffice(bytes) : null
}
