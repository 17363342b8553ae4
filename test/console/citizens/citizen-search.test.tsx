import { describe, expect, it } from 'vitest'
import { searchSources } from '../../../console/app/commands.ts'
import { CitizenSearch } from '../../../console/citizens/CitizenSearch.tsx'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'

const citizen = { id: 'ctz_1', phone: '138****1234', name: '李女士', locale: 'zh', note: null }

describe('citizens in the palette', () => {
  const search = async (text: string, permissions = ['citizen.read', 'call.take'] as const as readonly string[]) => {
    const server = fakeServer({ 'POST /api/citizens/search': () => ({ items: [citizen] }) })
    const shown = await show(() => <CitizenSearch />, {
      session: someone({ permissions: [...permissions] as never }),
    })
    const [source] = searchSources()
    const found = (await source?.search(text, new AbortController().signal)) ?? []
    return { ...shown, server, found, source }
  }

  it('are found by their whole number, which stands in a body, and shown masked', async () => {
    const { t, server, found, source } = await search('138 0000 1234')
    expect(source?.byPhone).toBe(true)
    expect(found.map(({ label }) => label)).toEqual([t('shell.callCitizen', { who: '李女士 138****1234' })])
    expect(server.bodies('POST /api/citizens/search')).toEqual([{ phone: '138 0000 1234' }])
  })
  it.each(['路灯', '1380000', '2611 2300 0017'])('are not asked for by what is no whole number: %s', async (text) => {
    const { server, found } = await search(text)
    expect(found).toEqual([])
    expect(server.bodies('POST /api/citizens/search')).toEqual([])
  })
  it.each([[['citizen.read']], [['call.take']]])('are for who may know citizens and ring them: %j', async (may) => {
    const { server, found } = await search('13800001234', may)
    expect(found).toEqual([])
    expect(server.bodies('POST /api/citizens/search')).toEqual([])
  })
  it('are none where a number stands among other words; another fault is told', async () => {
    const { server, source } = await search('13800001234')
    const ask = () => source?.search('路灯 13800001234', new AbortController().signal)
    server.answers['POST /api/citizens/search'] = () => refused(422, { code: 'citizen.phone-invalid' })
    expect(await ask()).toEqual([])
    server.answers['POST /api/citizens/search'] = () => refused(500, { code: 'internal' })
    await expect(ask()).rejects.toMatchObject({ code: 'internal' })
  })
})
