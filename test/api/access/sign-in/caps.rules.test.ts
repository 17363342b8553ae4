import { describe, expect, it } from 'vitest'
import { countedAddress, waitFor } from '../../../../api/access/sign-in/caps.rules.ts'

describe('the wait before the next try', () => {
  const cap = { burst: 3, everyMs: 60_000 }
  it.each([
    ['nothing owed', 0, 0],
    ['paid off long ago', -1, 0],
    ['two failed just now', 120_000, 0],
    ['three failed just now', 180_000, 60_000],
    ['three failed twenty seconds ago', 160_000, 40_000],
    ['three failed a minute ago', 120_000, 0],
  ])('%s', (_, owed, wait) => {
    expect(waitFor(cap, 1_000_000 + owed, 1_000_000)).toBe(wait)
  })
})

describe('the address that tries are counted by', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, counted) => {
    expect(countedAddress(address)).toBe(counted)
  })
})
