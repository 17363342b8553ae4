import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { clearScreen } from '../../support/screen.tsx'
import { refused } from '../../support/fake-server.ts'
import { deskServer, sitDown } from './desk.scene.tsx'
import { sampleDraft, sampleProposal } from './desk.sample.ts'

const put = 'PUT /api/drafts/draft-1'
const read = 'GET /api/drafts/draft-1'
const remove = 'DELETE /api/drafts/draft-1'
const conflict = () => refused(409, { code: 'draft.conflict', version: 9 })

const open = async (server = deskServer()) => {
  const desk = await sitDown(server)
  return { ...desk, field: await desk.request() }
}

describe('a form that is being written', () => {
  it('is saved over the version that was seen, and says when', async () => {
    const { user, field, server, t, save } = await open()
    await user.type(field, '噪音')
    save()
    await screen.findByText(new RegExp(t('desk.draftSaved', { time: '' }).trim()))
    await user.type(field, '扰民')
    save()
    await waitFor(() => expect(server.bodies(put)).toHaveLength(2))
    expect(server.bodies(put)).toEqual([
      { version: 3, content: expect.objectContaining({ text: '噪音', touched: ['text'], citizenId: 'c1' }) },
      { version: 4, content: expect.objectContaining({ text: '噪音扰民' }) },
    ])
    const list = within(screen.getByRole('region', { name: t('desk.drafts') }))
    await list.findByRole('button', { name: /噪音扰民/, current: true })
  })

  it('stays on this device while the server cannot be reached, and is there again after a reload', async () => {
    const server = deskServer({ [put]: () => refused(503, { code: 'internal' }) })
    const before = await open(server)
    await before.user.type(before.field, '断线时写的')
    before.save()
    await screen.findByText(before.t('desk.draftLocal'))
    const device = { ...localStorage }
    // the page of before would go on trying
    server.answers[put] = () => sampleDraft({}, { version: 4 })
    before.save()
    await waitFor(() => expect(localStorage).toHaveLength(0))
    clearScreen()
    for (const [key, value] of Object.entries(device)) localStorage.setItem(key, value)
    const { field, save, server: back } = await open()
    expect(field.value).toBe('断线时写的')
    save()
    await waitFor(() => expect(back.bodies(put)[0]).toMatchObject({ content: { text: '断线时写的' } }))
    await waitFor(() => expect(localStorage, 'the server has it now').toHaveLength(0))
  })

  it('comes back with what a person wrote and what triage may still fill in', async () => {
    const server = deskServer({
      'POST /api/triage/propose': () =>
        sampleProposal({
          kind: { value: 'help', confidence: 1 },
          place: { text: '别处', districtId: null, streetId: null },
        }),
    })
    server.kept.draft = sampleDraft({ text: '井盖破损', place: '中山北路', touched: ['text', 'place'] })
    const { field, t } = await open(server)
    expect(field.value).toBe('井盖破损')
    const kind = screen.getByRole<HTMLInputElement>('radio', { name: t('kind.help') })
    await waitFor(() => expect(kind.checked, 'nobody had chosen').toBe(true))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: t('desk.place') }).value).toBe('中山北路')
  })

  it.each(['theirs', 'mine'] as const)('asks whose counts when it changed in another window: %s', async (whose) => {
    const server = deskServer({ [put]: conflict })
    const { user, field, t, save } = await open(server)
    await user.type(field, '本页写的')
    server.kept.draft = sampleDraft({ text: '另一页写的' }, { version: 9 })
    save()
    await screen.findByText(t('desk.draftConflict'))
    expect(field.value, 'nothing is overwritten unasked').toBe('本页写的')
    server.answers[put] = (body) => ({ ...sampleDraft({ text: '本页写的' }), version: 10, ...Object(body) })
    const choice = t(whose === 'theirs' ? 'desk.takeTheirs' : 'desk.keepMine')
    const settle = () => user.click(screen.getByRole('button', { name: choice }))
    server.answers[read] = () => refused(503, { code: 'internal' })
    await settle()
    await screen.findByText(t('problem.internal'))
    expect(field.value, 'unsettled while the other one cannot be read').toBe('本页写的')
    server.answers[read] = () => server.kept.draft
    await settle()
    await waitFor(() => expect(field.value).toBe(whose === 'theirs' ? '另一页写的' : '本页写的'))
    await waitFor(() => expect(screen.queryByText(t('desk.draftConflict'))).toBeNull())
    const kept = server.bodies(put).slice(1)
    if (whose === 'theirs') expect(kept, 'nothing of ours is sent').toEqual([])
    else expect(kept[0]).toMatchObject({ version: 9, content: { text: '本页写的' } })
  })

  it('does not take its own earlier save, whose answer was lost, for somebody else', async () => {
    const { user, field, t, save, server } = await open()
    await user.type(field, '噪音')
    server.answers[put] = (body) => {
      server.kept.draft = { ...sampleDraft(), ...Object(body), version: 4 }
      return refused(503, { code: 'internal' })
    }
    save()
    await screen.findByText(t('desk.draftLocal'))
    await user.type(field, '扰民')
    server.answers[put] = (body) => {
      const { version } = Object(body)
      return version === 4 ? { ...sampleDraft(), ...Object(body), version: 5 } : conflict()
    }
    save()
    await waitFor(() => expect(server.bodies(put).at(-1)).toMatchObject({ version: 4, content: { text: '噪音扰民' } }))
    expect(screen.queryByText(t('desk.draftConflict'))).toBeNull()
  })
})

describe('a form that is thrown away', () => {
  it('is gone from desk, list and server, also an empty one, and is not saved again', async () => {
    const { user, t, path, server, save } = await open()
    await screen.findByRole('button', { name: new RegExp(t('desk.emptyDraft')) })
    await user.click(await screen.findByRole('button', { name: t('desk.discard') }))
    await waitFor(() => expect(path()).toBe('/desk'))
    expect(server.bodies(remove)).toHaveLength(1)
    await waitFor(() => expect(screen.queryByRole('region', { name: t('desk.drafts') })).toBeNull())
    save()
    expect(server.bodies(put)).toHaveLength(0)
  })

  it('stays open with a word of why when the server cannot be reached, and is still being saved', async () => {
    const { user, t, path, server, save, field } = await open()
    server.answers[remove] = () => refused(503, { code: 'internal' })
    await user.type(field, '噪音')
    await user.click(await screen.findByRole('button', { name: t('desk.discard') }))
    await screen.findByText(t('problem.internal'))
    expect(path()).toBe('/desk?open=draft:draft-1')
    save()
    await waitFor(() => expect(server.bodies(put)[0]).toMatchObject({ content: { text: '噪音' } }))
  })

  it('may be gone already', async () => {
    const { user, t, path, server } = await open()
    server.answers[remove] = () => refused(404, { code: 'draft.not-found' })
    await user.click(await screen.findByRole('button', { name: t('desk.discard') }))
    await waitFor(() => expect(path()).toBe('/desk'))
  })
})

describe('a new form', () => {
  it('begins with a key and the number of the citizen, and opens the form for them', async () => {
    const server = deskServer({
      'POST /api/citizens': () => ({ id: 'c1' }),
      'POST /api/drafts': () => sampleDraft(),
    })
    const { user, t, path } = await sitDown(server, { open: '' })
    await screen.findByText(t('desk.idle'))
    await user.keyboard('n')
    const number = await screen.findByRole('textbox', { name: new RegExp(`^${t('desk.phone')}`) })
    await waitFor(() => expect(document.activeElement).toBe(number))
    await user.keyboard(' 138 0001 0001 ')
    await user.type(screen.getByRole('textbox', { name: t('desk.callerName') }), '李女士{Enter}')
    await waitFor(() => expect(decodeURIComponent(path())).toBe('/desk?open=draft:draft-1'))
    expect(server.bodies('POST /api/citizens')).toEqual([{ phone: '138 0001 0001', name: '李女士' }])
    expect(server.bodies('POST /api/drafts')).toEqual([
      { content: expect.objectContaining({ channel: 'call', citizenId: 'c1', touched: [] }) },
    ])
    const heading = await screen.findByRole('heading', { name: /李女士 138\*\*\*\*0001/ })
    expect(heading.parentElement?.textContent).toContain(t('desk.source.call'))
  })

  it.each(['zh-CN', 'en'] as const)('says at the number what is wrong with it (%s)', async (locale) => {
    const server = deskServer({ 'POST /api/citizens': () => refused(422, { code: 'citizen.phone-invalid' }) })
    const { user, t, path } = await sitDown(server, { open: 'new', locale })
    const number = await screen.findByRole('textbox', { name: new RegExp(`^${t('desk.phone')}`) })
    const begin = screen.getByRole<HTMLButtonElement>('button', { name: t('desk.begin') })
    expect(begin.disabled, 'nothing to look for').toBe(true)
    await user.type(number, '12{Enter}')
    await waitFor(() => expect(number.getAttribute('aria-invalid')).toBe('true'))
    const ids = number.getAttribute('aria-describedby')?.split(' ') ?? []
    expect(ids.map((id) => document.getElementById(id)?.textContent).join()).toContain(
      t('problem.citizen.phone-invalid'),
    )
    expect(path()).toBe('/desk?open=new')
    expect(server.bodies('POST /api/drafts')).toEqual([])
  })
})
