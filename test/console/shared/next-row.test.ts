import { expect, it } from 'vitest'
import { nextRow } from '../../../console/shared/next-row.ts'

it.each([
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'b'],
  ['elsewhere', undefined],
])('after %s comes %s', (done, next) => {
  expect(nextRow([{ id: 'a' }, { id: 'b' }, { id: 'c' }], done)?.id).toBe(next)
})
it('after the only one comes none', () => expect(nextRow([{ id: 'a' }], 'a')).toBeUndefined())
