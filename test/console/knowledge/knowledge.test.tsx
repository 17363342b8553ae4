import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it, vi } from 'vitest'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { createFormatters } from '../../../console/i18n/formatters.ts'
import { KnowledgePage } from '../../../console/knowledge/knowledge.page.tsx'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { show } from '../../support/screen.tsx'
import { page } from '../tickets/ticket.server.ts'

const article = (id: string, over: Record<string, unknown> = {}) => ({
  id,
  title: `文章 ${id}`,
  excerpt: `摘要 ${id}`,
  body: `第一步\n第二步 ${id}`,
  matterCode: null,
  unit: { id: 'u1', name: '市建委', nameEn: 'Construction bureau' },
  validUntil: '2027-01-01T00:00:00.000Z',
  updatedAt: '2026-05-01T02:00:00.000Z',
  expired: false,
  ...over,
})

describe('the knowledge base', () => {
  const open = async (path = '/knowledge', { locale = 'zh-CN' }: { locale?: Locale } = {}) => {
    const server = fakeServer({
      'GET /api/articles': (_body, { q, expired }) =>
        page([
          article('a1'),
          ...(q === undefined ? [article('a2')] : []),
          ...(expired === 'true' ? [article('a3', { expired: true })] : []),
        ]),
      'GET /api/articles/a1': () => article('a1'),
      'GET /api/articles/a2': () => article('a2'),
      'GET /api/articles/a3': () => article('a3', { expired: true }),
    })
    const shown = await show(() => <KnowledgePage />, { path, locale, width: 1440 })
    const rows = async () => {
      const list = within(await screen.findByRole('region', { name: shown.t('knowledge.title') }))
      await list.findByText('文章 a1')
      return list.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')
    }
    const reading = () => within(screen.getByRole('region', { name: shown.t('knowledge.article') }))
    return { ...shown, server, rows, reading }
  }

  it.each<Locale>(['zh-CN', 'en'])(
    'shows beside the list who keeps an article right, and until when it holds (%s)',
    async (locale) => {
      const { user, t, path, rows, reading } = await open('/knowledge', { locale })
      await rows()
      expect(reading().getByText(t('knowledge.none'))).toBeTruthy()
      await user.keyboard('jj{Enter}')
      expect(await reading().findByRole('heading', { name: '文章 a2' })).toBeTruthy()
      await waitFor(() => expect(path()).toBe('/knowledge?article=a2'))
      const format = createFormatters(locale)
      const facts = [
        t('knowledge.keptBy', { unit: locale === 'en' ? 'Construction bureau' : '市建委' }),
        t('knowledge.validUntil', { day: format.day('2027-01-01T00:00:00.000Z') }),
        t('knowledge.updated', { day: format.day('2026-05-01T02:00:00.000Z') }),
      ]
      expect(reading().getByText(facts.join(' · '))).toBeTruthy()
      expect(screen.queryByText(t('knowledge.expiredHint'))).toBeNull()
    },
  )

  it('is searched from the keyboard; words and choice stand in the address', async () => {
    const { user, path, rows, server } = await open()
    expect(await rows()).toHaveLength(2)
    await user.keyboard('/路灯{Enter}')
    await waitFor(() => expect(decodeURIComponent(path())).toBe('/knowledge?q=路灯'))
    await waitFor(async () => expect(await rows()).toHaveLength(1))
    expect(server.questions('GET /api/articles').at(-1)).toEqual({ q: '路灯', size: '30', expired: 'false' })
  })

  it('leaves out what has expired unless asked for, and warns of it then', async () => {
    const { user, t, rows, reading, path } = await open()
    expect((await rows()).join(' ')).not.toContain(t('knowledge.isExpired'))
    await user.click(screen.getByRole('button', { name: t('knowledge.expired') }))
    expect(path()).toContain('expired')
    const expired = await screen.findByText('文章 a3')
    expect((await rows()).at(-1)).toContain(t('knowledge.isExpired'))
    await user.click(expired)
    expect(await reading().findByText(t('knowledge.expiredHint'))).toBeTruthy()
  })

  it('copies the text of an article, and says so', async () => {
    const { user, t, reading } = await open('/knowledge?article=a1')
    await reading().findByRole('heading', { name: '文章 a1' })
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await user.click(reading().getByRole('button', { name: t('ui.copy') }))
    expect(write).toHaveBeenCalledWith('第一步\n第二步 a1')
    expect(await screen.findByText(t('ui.copied'))).toBeTruthy()
    write.mockRestore()
  })

  it('tells an empty base from a search that found nothing', async () => {
    const { user, t, server, rows } = await open()
    await rows()
    server.answers['GET /api/articles'] = () => page([])
    await user.keyboard('/xyz{Enter}')
    expect(await screen.findByText(t('knowledge.listEmpty'))).toBeTruthy()
    await user.clear(screen.getByRole('searchbox'))
    await user.click(screen.getByRole('button', { name: t('knowledge.expired') }))
    expect(await screen.findByText(t('knowledge.nothingYet'))).toBeTruthy()
  })

  it('keeps the list when an article could not be read', async () => {
    const { user, t, server, rows, reading } = await open()
    await rows()
    server.answers['GET /api/articles/a1'] = () => refused(404, { code: 'article.not-found' })
    await user.keyboard('j{Enter}')
    expect(await reading().findByText(t('problem.article.not-found'))).toBeTruthy()
    expect(await rows()).toHaveLength(2)
  })
})
