import { expect, it } from 'vitest'
import { readPage, withDiagram } from '../../../scripts/docs/state-diagram.ts'

it('the state diagram in the architecture page is the machine’s own (npm run docs)', () => {
  expect(withDiagram(readPage())).toBe(readPage())
})
