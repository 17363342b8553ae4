import { describe, expect, it } from 'vitest'
import { docCommentsRule, docCoverage } from '../../../scripts/check/doc-comments.rule.ts'
import { readTree } from '../../../scripts/check/source.ts'
import { told } from './small-tree.ts'

describe('what has to have a doc comment', () => {
  it.each([
    'export const ring = () => 1',
    'export const ring =\n  (deps) =>\n  async (id) => id',
    'export function ring() {}',
    'export async function* ring() {}',
    'export interface Ring { seconds: number }',
    '// A remark is none.\nexport const ring = () => 1',
    '/* Nor is this. */\nexport const ring = () => 1',
    '/** Of something else. */\nconst other = 1\nexport const ring = () => other',
  ])('%s', (text) => {
    expect(told(docCommentsRule(0.9), { 'api/calls/ring.ts': text })).toEqual([
      expect.stringContaining('0 of 1 exported functions and interfaces'),
    ])
  })

  it.each([
    'export const seconds = 30',
    'export type Name = string',
    'export interface RingProps { seconds: number }',
    'const ring = () => 1\nring()',
    "export * from './x.ts'",
  ])('not %s', (text) => {
    expect(told(docCommentsRule(1), { 'api/calls/ring.ts': text })).toEqual([])
  })
})

it('asks for the bar, not for every one', () => {
  const files = { 'api/calls/ring.ts': '/** Rings. */\nexport const ring = () => 1\nexport const stop = () => 0' }
  expect(told(docCommentsRule(0.5), files)).toEqual([])
  expect(told(docCommentsRule(0.6), files)).toEqual([expect.stringContaining('1 of 2')])
})

it('counts by room, the worst first', () => {
  const files = [
    { path: 'api/calls/ring.ts', text: '/** Rings. */\nexport const ring = () => 1' },
    { path: 'console/desk/Desk.tsx', text: 'export const Desk = () => <p>Desk</p>' },
    { path: 'scripts/check/check.ts', text: '/** Checks. */\nexport function check() {}' },
  ]
  expect(docCoverage(readTree(files))).toEqual([
    { room: 'console/desk', have: 0, all: 1 },
    { room: 'api/calls', have: 1, all: 1 },
    { room: 'scripts/check', have: 1, all: 1 },
  ])
})
