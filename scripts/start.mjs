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
  // A wrong setting is told before a minute of installing; a trial makes up what production must be given.
  if (script === undefined) {
    const { settingFaults, settingsSentence } = await import('../api/platform/settings.mjs')
    const faults = settingFaults(process.env)
    if (faults.length > 0) {
      process.stderr.write(settingsSentence(faults.join('\n')))
      process.exit(78)
    }
  }
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

/** What runs until it is stopped. */
const lasting = script === undefined || script.startsWith('scripts/start/')
const child = spawn(
  runtime,
  ['--disable-warning=ExperimentalWarning', join(root, script ?? 'scripts/start/start.ts'), ...args],
  {
    cwd: root,
    // The channel says nothing: it closes when this process is killed, and then the lasting program stops as well.
    stdio: ['inherit', 'inherit', 'inherit', ...(lasting ? ['ipc'] : [])],
    env: {
      ...process.env,
      // What the runtime made of the sources is kept: the next start reads it instead of stripping types again.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled'),
      PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
    },
  },
)
// What stops this process stops the one that does the work, and it ends last. Ctrl-C reaches both by themselves, and a second
// signal would break off what is finishing, so only the programs that run until they are stopped are told twice.
const forward = (signal) => child.kill(signal)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (lasting || signal !== 'SIGINT') forward(signal)
  })
// npm starts this through a shell that may die of a signal and pass none on: without its parent a lasting program stops as well.
const parent = process.ppid
if (lasting && process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32')
  setInterval(() => {
    if (process.ppid !== parent) forward('SIGTERM')
  }, 250).unref()
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
