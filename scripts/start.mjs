// The first command of a newcomer. Plain JavaScript without dependencies: it must run on any Node from 20 on,
// before anything is installed. It installs what is missing, then hands over to the runtime that came with the packages.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(
    `Yixian starts with Node 20 or newer and this is Node ${process.versions.node} (${process.execPath}): install a newer one from https://nodejs.org or your system's packages.\n`,
  )
  process.exit(1)
}

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const runtime = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const installed = join(modules, '.package-lock.json')

/** Whether the packages are there and no older than the lock file. */
const complete = () => {
  if (!existsSync(runtime) || !existsSync(installed)) return false
  if (statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return true
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional || have[path]?.version === entry.version,
  )
}

const [script, ...args] = process.argv.slice(2)
if (!complete()) {
  // npm empties what a linked folder points to before it fills one of its own: whoever shares that folder would stand without packages.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    process.stderr.write(
      `Packages are missing, and node_modules is a link: install them at ${readlinkSync(modules)}, or remove the link.\n`,
    )
    process.exit(1)
  }
  process.stdout.write('Installing packages (first start only) …\n')
  const npm = (args, stdio) =>
    spawnSync(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      [...args, '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        stdio,
        shell: process.platform === 'win32',
      },
    )
  // `ci` wants every platform's binaries in the lock file; a registry mirror may not have listed them all, then `install` takes the locked versions.
  const strict = npm(['ci'], 'ignore')
  const install = strict.status === 0 ? strict : npm(['install', '--no-save'], 'inherit')
  if (install.status !== 0) {
    process.stderr.write(
      'npm could not install the packages: see its message above. It needs the npm registry (or a mirror set by `npm config set registry`).\n',
    )
    process.exit(install.status ?? 1)
  }
}

const child = spawn(
  runtime,
  ['--disable-warning=ExperimentalWarning', join(root, script ?? 'scripts/start/start.ts'), ...args],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      // What the runtime made of the sources is kept: the next start reads it instead of stripping types again.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled'),
      PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
    },
  },
)
// Ctrl-C reaches the child by itself: stay until it has stopped cleanly.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    if (signal === 'SIGTERM') child.kill(signal)
  })
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
