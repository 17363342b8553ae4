import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Without a window of its own first: the whole browser starts another process for the frame of each window. */
const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const installed = () => candidates.find((path) => path !== undefined && path !== '' && existsSync(path))

const playwrightOwn = async () => {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0

/**
 * A real Chromium for the browser tests: the one that is here, else the browser tool's own download, else the Debian package when root.
 * Answers its path, or undefined after saying plainly what is missing.
 */
export const findBrowser = async (): Promise<string | undefined> => {
  const here = installed() ?? (await playwrightOwn())
  if (here) return here
  process.stdout.write('No Chromium found: trying the browser tool’s own download …\n')
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  if (
    run(process.execPath, [cli, 'install', '--with-deps', '--only-shell', 'chromium']) ||
    run(process.execPath, [cli, 'install', 'chromium'])
  ) {
    const own = await playwrightOwn()
    if (own) return own
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Trying the Debian package …\n')
    run('apt-get', ['update', '-qq'])
    if (
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-noto-cjk'])
    )
      return installed()
  }
  process.stderr.write(
    'The browser tests need Chromium and none could be had. Install it (Debian: apt-get install chromium-headless-shell fonts-noto-cjk) or set CHROMIUM_PATH.\n',
  )
  return undefined
}
