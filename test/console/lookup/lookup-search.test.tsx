import { describe, expect, it } from 'vitest'
import type { LookupDto } from '../../../api/lookup/lookup.dto.ts'
import { searchSources } from '../../../console/app/commands.ts'
import { LookupSearch } from '../../../console/lookup/LookupSearch.tsx'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'

const everything: LookupDto = {
  tickets: [{ id: 'tkt_1', number: '260601000017', title: '路灯不亮', state: 'handling' }],
  citizens: [{ id: 'ctz_1', phone: '138****1234', name: '李女士' }],
  units: [{ id: 'unt_1', name: '水务局', nameEn: 'Water Bureau', dutyPhone: null }],
  staff: [
    {
      id: 'stf_1',
      username: 'lv.hz',
      name: '吕行长',
      unitName: '水务局',
      unitNameEn: 'Water Bureau',
      extension: '801',
    },
  ],
  articles: [{ id: 'art_1', title: '居民水费' }],
}

describe('everything in the palette', () => {
  const search = async (text: string, found: LookupDto, over: Parameters<typeof someone>[0] = {}) => {
    const server = fakeServer({ 'POST /api/search': () => found })
    const shown = await show(() => <LookupSearch />, { session: someone({ permissions: ['call.take'], ...over }) })
    const [source] = searchSources()
    const ask = async (q = text) => (await source?.search(q, new AbortController().signal)) ?? []
    return { ...shown, server, ask, found: await ask() }
  }

  it('is asked at once, in a body, and stands in groups', async () => {
    const { t, server, found } = await search('138 0000 1234', everything)
    expect(server.bodies('POST /api/search')).toEqual([{ q: '138 0000 1234' }])
    expect(found.map(({ title, commands }) => [title, ...commands.map(({ label }) => label)])).toEqual([
      [t('tickets.title'), '路灯不亮'],
      [t('shell.citizens'), t('shell.callCitizen', { who: '李女士 138****1234' })],
      [t('directory.units'), '水务局'],
      [t('directory.staff'), '吕行长'],
      [t('knowledge.title'), '居民水费'],
    ])
    expect(found.flatMap(({ commands }) => commands.map(({ hint }) => hint))).toEqual([
      `2606 0100 0017 · ${t('state.handling')}`,
      undefined,
      undefined,
      '水务局 · 801',
      undefined,
    ])
  })

  it('has no groups that the server did not answer, and offers citizens to whoever may ring them', async () => {
    const { found } = await search('水', everything, { permissions: ['citizen.read'] })
    expect(found[1]?.commands).toEqual([])
    const { found: few } = await search('水', { units: everything.units })
    expect(few.map(({ commands }) => commands.length)).toEqual([0, 0, 1, 0, 0])
  })

  it('cuts what is too long to be sent, and tells a fault', async () => {
    const { server, ask } = await search('水'.repeat(300), everything)
    expect(server.bodies('POST /api/search')).toEqual([{ q: '水'.repeat(200) }])
    server.answers['POST /api/search'] = () => refused(503, { code: 'database.busy' })
    await expect(ask('水')).rejects.toMatchObject({ code: 'database.busy' })
  })
})
