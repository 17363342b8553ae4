import { pictureTypes, sniffPicture } from '../../platform/files.ts'

/** The largest file taken, bytes. */
export const largestAttachment = 10 * 1024 * 1024

const office = 'application/vnd.openxmlformats-officedocument'

/** Every type that is taken, and given out again. */
export const attachmentTypes = [
  ...pictureTypes,
  'application/pdf',
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  'video/mp4',
  'audio/mpeg',
  'audio/wav',
] as const
type AttachmentType = (typeof attachmentTypes)[number]

const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** Office files are zips that name their parts in the clear. */
const sniffOffice = (bytes: Uint8Array): AttachmentType | null => {
  if (ascii(bytes, 0, 4) !== 'PK\x03\x04') return null
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!all.includes('[Content_Types].xml') || all.includes('vbaProject.bin')) return null
  if (all.includes('word/document.xml')) return `${office}.wordprocessingml.document`
  return all.includes('xl/workbook.xml') ? `${office}.spreadsheetml.sheet` : null
}

/** What the first bytes say a file is; null for everything that is not on the list. Names and headers are never believed. */
export const sniffType = (bytes: Uint8Array): AttachmentType | null => {
  const picture = sniffPicture(bytes)
  if (picture) return picture
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (ascii(bytes, 4, 8) === 'ftyp') return 'video/mp4'
  if (ascii(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE') return 'audio/wav'
  return sniffOffice(bytes)
}

/** A file name that is only a name: no folders, no control or direction characters, at most 120 characters. */
export const safeName = (name: string): string => {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
  const parts = [...plain]
  if (parts.length <= 120) return plain === '' ? 'file' : plain
  const dot = plain.lastIndexOf('.')
  const tail = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : ''
  return `${parts.slice(0, 119 - tail.length).join('')}…${tail}`
}

/** Header of a download. Pictures may be shown in the page, everything else is saved; the name in both forms (RFC 6266). */
export const disposition = (name: string, contentType: string) => {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${contentType.startsWith('image/') ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
