import { SaxesParser } from 'saxes'
import type { StoredObject } from './object-files.ts'

/** A page of a list, and where the next one begins; null after the last. */
export interface ListPage {
  objects: StoredObject[]
  next: string | null
}

/** Reads what a store answers to `list-type=2`. Throws on what is no such list. */
export const readListPage = (xml: string): ListPage => {
  const parser = new SaxesParser()
  const path: string[] = []
  const objects: StoredObject[] = []
  let [text, key, bytes, writtenAt, truncated, next] = ['', '', 0, new Date(0), false, '']
  const ends: Record<string, () => void> = {
    'ListBucketResult/Contents/Key': () => (key = text),
    'ListBucketResult/Contents/Size': () => (bytes = Number(text)),
    'ListBucketResult/Contents/LastModified': () => (writtenAt = new Date(text)),
    'ListBucketResult/Contents': () => objects.push({ key, bytes, writtenAt }),
    'ListBucketResult/IsTruncated': () => (truncated = text === 'true'),
    'ListBucketResult/NextContinuationToken': () => (next = text),
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    path.push(name)
    text = ''
  })
  parser.on('text', (part) => (text += part))
  parser.on('closetag', () => {
    ends[path.join('/')]?.()
    path.pop()
  })
  parser.write(xml).close()
  if (!xml.includes('<ListBucketResult')) throw new Error('no list')
  return { objects, next: truncated && next !== '' ? next : null }
}
