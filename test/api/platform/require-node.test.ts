import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeComplaint, oldestNode } from '../../../api/platform/require-node.ts'
import { root } from '../../../scripts/start/child.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')

describe('the Node that runs the sources', () => {
  it('is complained of in one sentence when it is older, and only then', () => {
    expect(nodeComplaint('24.0.0', '/usr/bin/node')).toBeNull()
    expect(nodeComplaint('26.1.0', '/usr/bin/node')).toBeNull()
    const complaint = nodeComplaint('20.20.2', '/usr/bin/node')
    expect(complaint).toContain('runs on Node 24 and this is Node 20.20.2 (/usr/bin/node)')
    expect(complaint).toContain('npm test')
    expect(complaint?.trimEnd()).not.toContain('\n')
    expect(nodeComplaint('9.0.0', 'node'), 'compared as numbers').not.toBeNull()
  })
  it('is the one that the packages bring and that version managers are told of', () => {
    const { dependencies, engines } = JSON.parse(read('package.json'))
    expect(dependencies.node).toMatch(new RegExp(`^\\^${oldestNode}\\.`))
    expect(read('.nvmrc').trim()).toBe(String(oldestNode))
    // Whoever starts needs less: scripts/start.mjs installs the right one. The README and the package say the same.
    const starting = /^>=(\d+)$/.exec(engines.node)?.[1]
    expect(read('README.md')).toContain(`Node ≥ ${starting}`)
    expect(read('scripts/start.mjs')).toContain(`process.versions.node, 10) < ${starting})`)
  })
  it.each(['api/main.ts', ...readdirSync(root).filter((file) => file.endsWith('.config.ts'))])(
    'is asked for first by %s',
    (file) => {
      expect(read(file).split('\n')[0]).toMatch(/^import '\.\/(api\/)?platform\/require-node\.ts'$/)
    },
  )
})
