import { describe, expect, it } from 'vitest'
import { createKeptText, kept } from '../../../console/shared/kept.ts'

/** What a tab keeps. */
const createTab = () => {
  const rows = new Map<string, string>()
  return {
    rows,
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  }
}

describe('what somebody is writing', () => {
  it('is there again after a reload, for the one who wrote it only', () => {
    const tab = createTab()
    kept<{ note: string }>('stf_1', 'sheet', tab).write({ note: '已联系市民 😀' })
    expect(kept('stf_1', 'sheet', tab).read()).toEqual({ note: '已联系市民 😀' })
    expect(kept('stf_2', 'sheet', tab).read()).toBeUndefined()
    expect(kept('stf_1', 'reply', tab).read()).toBeUndefined()
  })

  it('leaves nothing behind once it was sent', () => {
    const tab = createTab()
    const place = kept<string>('stf_1', 'reply', tab)
    place.write('您好')
    place.write(undefined)
    expect(place.read()).toBeUndefined()
    expect(tab.rows.size).toBe(0)
  })

  it('is nothing where it can no longer be read', () => {
    const tab = createTab()
    kept('stf_1', 'sheet', tab).write('x')
    for (const key of tab.rows.keys()) tab.rows.set(key, '{"note":')
    expect(kept('stf_1', 'sheet', tab).read()).toBeUndefined()
  })
})

describe('an answer by text', () => {
  const begin = () => {
    const place = kept<string>('stf_1', 'reply', createTab())
    return { place, box: createKeptText(place) }
  }

  it('is gone once it was sent', () => {
    const { place, box } = begin()
    box.write('已派人到场。')
    expect(createKeptText(place).text(), 'after a reload').toBe('已派人到场。')
    box.sent('已派人到场。')
    expect([box.text(), place.read()]).toEqual(['', undefined])
  })

  it('loses nothing of what was typed on while it was on its way', () => {
    const { place, box } = begin()
    box.write('已派人到场。')
    box.write('已派人到场。另外，')
    box.sent('已派人到场。')
    expect([box.text(), place.read()]).toEqual(['已派人到场。另外，', '已派人到场。另外，'])
  })
})
