import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { oldestNode } from '../../../api/platform/require-node.ts'
import { root } from '../../../scripts/start/child.ts'

const major = (node: string) =>
  Number.parseInt(spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout, 10)

/** A Node of this machine that is older than the sources need; npm puts ours before it on the path. */
const old = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find((node) => existsSync(node) && major(node) < oldestNode)

const run = (args: string[]) => spawnSync(old ?? '', args, { cwd: root, encoding: 'utf8', timeout: 60_000 })
/** What the commands of `node_modules/.bin` start. */
const tools = { vitest: 'node_modules/vitest/vitest.mjs', vite: 'node_modules/vite/bin/vite.js' }

describe(`what an older Node says (${old ?? 'skipped: this machine has none on its path'})`, { skip: !old }, () => {
  it.each([
    ['the test runner', [tools.vitest, 'run', 'test/db/fill.test.ts']],
    ['the test runner of the journeys', [tools.vitest, 'run', '--config', 'vitest.e2e.config.ts']],
    ['the builder of the console', [tools.vite, 'build']],
  ])('%s ends with one sentence that tells what to do', (_, args) => {
    const { status, stdout, stderr } = run(args)
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Yixian runs on Node 24 and this is Node \d+.*: start through npm .*\n$/)
    expect(stdout).toBe('')
  })
  it('the server ends; a Node that reads no TypeScript names the file that it cannot read', () => {
    const { status, stderr } = run(['api/main.ts'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/Yixian runs on Node 24|Unknown file extension "\.ts"/)
  })
})

describe('the first command under a Node that is too old even for it', () => {
  it('says which is needed, and installs nothing', () => {
    const pretended = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' })`
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(pretended)}`, join(root, 'scripts/start.mjs')],
      { encoding: 'utf8' },
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Yixian starts with Node 20 or newer and this is Node 18\.20\.0 .*\n$/)
    expect(stdout).toBe('')
  })
})
