import { expect, it } from 'vitest'
import { cut } from '../../../api/platform/cut.ts'

it('cuts between characters', () => {
  expect(cut('一二三四', 3)).toBe('一二…')
  expect(cut('a👋b', 3)).toBe('a…')
  expect(cut('短', 3)).toBe('短')
})
