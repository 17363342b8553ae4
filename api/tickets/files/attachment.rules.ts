import { kindOfType } from '../../vocabulary/file.ts'

/** The largest file taken, bytes. */
export const largestAttachment = 10 * 1024 * 1024

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
  return `${kindOfType(contentType) === 'picture' ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
