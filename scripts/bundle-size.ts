/**
 * What a first visit to a page costs: the entry, the language and the page's own chunks with everything they import,
 * compressed. Fails when the agent desk is over its budget. Run after the build: `npm exec -- node scripts/bundle-size.ts`.
 */
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  isEntry?: boolean
  isDynamicEntry?: boolean
  imports?: string[]
  css?: string[]
}
const budget = 170 * 1000
const folder = new URL('../dist/console/', import.meta.url)
const manifest: Record<string, Chunk> = JSON.parse(await readFile(new URL('.vite/manifest.json', folder), 'utf8'))
const sizes = new Map<string, number>()

const sizeOf = async (file: string): Promise<number> => {
  const known = sizes.get(file)
  if (known !== undefined) return known
  const size = gzipSync(await readFile(new URL(file, folder)), { level: 9 }).length
  sizes.set(file, size)
  return size
}
/** All files that the browser must have before the chunk can run. */
const filesOf = (key: string, seen: Set<string> = new Set()): Set<string> => {
  const chunk = manifest[key]
  if (chunk === undefined || seen.has(chunk.file)) return seen
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file)
  for (const other of chunk.imports ?? []) filesOf(other, seen)
  return seen
}
const total = async (files: Set<string>): Promise<number> => {
  let sum = 0
  for (const file of files) sum += await sizeOf(file)
  return sum
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
if (entry === undefined) throw new Error('dist/console has no entry: run `vite build` first')
const always = new Set([...filesOf(entry), ...filesOf('i18n/zh-CN/index.ts')])
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(6)} kB`
process.stdout.write(`${kilobytes(await total(always))}  entry and language\n`)

let failed = false
for (const key of Object.keys(manifest).filter(
  (name) => manifest[name]?.isDynamicEntry && name.endsWith('.page.tsx'),
)) {
  const size = await total(new Set([...always, ...filesOf(key)]))
  const over = key.startsWith('desk/') && size > budget
  failed ||= over
  process.stdout.write(`${kilobytes(size)}  ${key}${over ? `  over the budget of ${kilobytes(budget).trim()}` : ''}\n`)
}
process.exitCode = failed ? 1 : 0
