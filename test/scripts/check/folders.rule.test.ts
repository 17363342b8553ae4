import { expect, it } from 'vitest'
import { foldersRule, mostFiles } from '../../../scripts/check/folders.rule.ts'
import { told } from './small-tree.ts'

const files = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`api/calls/part-${n}.ts`, 'export {}']))

it('finds a folder that shows too many files, inner folders not counted', () => {
  const rule = foldersRule({}, 'check.ts')
  expect(told(rule, { ...files(mostFiles), 'api/calls/queue/one-more.ts': 'export {}' })).toEqual([])
  expect(told(rule, files(mostFiles + 1))).toEqual([
    expect.stringMatching(/^api\/calls:1 29 files in one folder: make inner/),
  ])
})

it('lets a listed folder be wide, and only while it is', () => {
  const rule = foldersRule({ 'api/calls': 'a list of many alike' }, 'check.ts')
  expect(told(rule, files(40))).toEqual([])
  expect(told(rule, files(3))).toEqual(['check.ts:1 api/calls is not so wide any more: take it out.'])
})
