import { describe, expect, it } from 'vitest'
import { atOnce, inSlices, type Steps } from '../../../api/platform/steps.ts'

function* countTo(n: number): Steps<number> {
  for (let i = 0; i < n; i++) yield
  return n
}
function* failing(): Steps<number> {
  yield
  throw new Error('broken')
}

describe('long work in steps', () => {
  it('gives its result, at once or in slices', async () => {
    expect(atOnce(countTo(0))).toBe(0)
    expect(atOnce(countTo(1_000))).toBe(1_000)
    expect(await inSlices(countTo(1_000))).toBe(1_000)
  })

  it('lets others run between slices', async () => {
    const seen: string[] = []
    const work = inSlices(countTo(3), 0).then(() => seen.push('done'))
    setImmediate(() => seen.push('other'))
    await work
    expect(seen).toEqual(['other', 'done'])
  })

  it('hands on what goes wrong', async () => {
    expect(() => atOnce(failing())).toThrow('broken')
    await expect(inSlices(failing())).rejects.toThrow('broken')
  })
})
