import { describe, expect, it } from 'vitest'
import { callbackUrl, resolveUrl } from '../../../../scripts/carrier/core/callback-url.ts'

describe('callbackUrl', () => {
  it('keeps the defaults of a plain address', () => {
    expect(callbackUrl('https://h.example/a?b=1')).toEqual({
      url: 'https://h.example/a?b=1',
      overrides: { connectMs: 5000, readMs: 15_000, totalMs: 15_000, retries: 1, on: new Set(['ct']) },
    })
  })

  it.each([
    ['https://h.example/a#rc=3&rp=all', { retries: 3, on: new Set(['4xx', '5xx', 'ct', 'rt']) }],
    [
      'https://h.example/a#rc=5&rp=5xx,rt&rt=2000&tt=9000&ct=300',
      { retries: 5, on: new Set(['5xx', 'rt']), readMs: 2000, totalMs: 9000, connectMs: 300 },
    ],
    ['https://h.example/a#rc=6&rt=1', { retries: 1, readMs: 15_000 }],
  ])('reads %s and takes the fragment off', (text, wanted) => {
    const read = callbackUrl(text)
    expect(read).toMatchObject({ url: 'https://h.example/a', overrides: wanted })
  })

  it('refuses an unknown retry policy with 11243', () => {
    expect(callbackUrl('https://h.example/a#rp=sometimes')).toMatchObject({ code: 11243 })
  })
})

describe('resolveUrl', () => {
  it.each([
    ['/b', 'https://h.example/a/c', 'https://h.example/b'],
    ['b?x=1#rc=2', 'https://h.example/a/c', 'https://h.example/a/b?x=1#rc=2'],
    ['https://other.example:443/B', null, 'https://other.example:443/B'],
    ['/b', null, null],
    ['javascript:alert(1)', 'https://h.example/', null],
  ])('%s on %s is %s', (text, base, wanted) => {
    expect(resolveUrl(text, base)).toBe(wanted)
  })
})
