import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/start/child.ts'

const pages = ['CONTRIBUTING.md', 'README.md', 'docs/operations.md', 'docs/failure-modes.md', 'docs/telephony.md']
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const { scripts } = JSON.parse(read('package.json'))

describe.each(pages)('what %s points to', (page) => {
  it('is there: files and folders', () => {
    const named = [...read(page).matchAll(/`((?:api|console|db|docs|scripts|test)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    )
    // `x` stands for a name that whoever reads it gives.
    const missing = named.filter((path) => !/(?:^|\/)x\./.test(path) && !existsSync(join(root, path)))
    expect(missing).toEqual([])
  })
  it('is there: pages', () => {
    const folder = page.slice(0, page.lastIndexOf('/') + 1)
    const linked = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path)
    expect(linked.filter((path) => !existsSync(join(root, folder, path)))).toEqual([])
  })
  it('is there: commands', () => {
    const commands = [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
  })
})
