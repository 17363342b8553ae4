import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../start/child.ts'

const stamp = join(root, 'dist', 'console.stamp')

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Of the server: the acts, whose forms are read at the build, and the pure files that cross to the console. */
const crosses = /[\\/](?:tickets[\\/]life|vocabulary)[\\/]|\.(?:types|rules)\.ts$/

/** What the build is made from: name, size and change time of every console file, of what crosses to it, and of the lock file. */
const fingerprint = () => {
  const hash = createHash('sha256')
  const files = [
    ...filesUnder(join(root, 'console')),
    ...filesUnder(join(root, 'api')).filter((file) => crosses.test(file)),
    join(root, 'scripts', 'build', 'at-build.ts'),
    join(root, 'vite.config.ts'),
    join(root, 'package-lock.json'),
  ].sort()
  for (const file of files) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}:${size}:${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Builds the console unless the last build was made from the very same files. */
export const buildConsole = async (): Promise<'built' | 'fresh'> => {
  const now = fingerprint()
  if (
    existsSync(stamp) &&
    existsSync(join(root, 'dist', 'console', 'index.html')) &&
    readFileSync(stamp, 'utf8') === now
  )
    return 'fresh'
  // The builder is loaded only when there is something to build: that is a third of a second at every other start.
  const { build } = await import('vite')
  // What is served is for its users, whoever had it built: a test that starts the city must not leave a console for development behind.
  const { NODE_ENV: before } = process.env
  process.env['NODE_ENV'] = 'production'
  await build({ root: join(root, 'console'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  if (before === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = before
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
  return 'built'
}

if (process.argv[1] === import.meta.filename) process.stdout.write(`console: ${await buildConsole()}\n`)
