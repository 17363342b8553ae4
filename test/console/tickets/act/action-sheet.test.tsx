import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { createSignal, Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import type { TicketAction } from '../../../../api/vocabulary/ticket.ts'
import type { TicketActionDto, TicketDto } from '../../../../api/tickets/ticket.dto.ts'
import { zhCN } from '../../../../console/i18n/zh-CN/index.ts'
import { actForms } from '../../../../console/tickets/act-forms.at-build.ts'
import type { FieldSpec } from '../../../../console/tickets/act-form.ts'
import { ActionSheet } from '../../../../console/tickets/act/ActionSheet.tsx'
import { fakeServer, refused } from '../../../support/fake-server.ts'
import { show, someone } from '../../../support/screen.tsx'
import { changfeng, offer, putuo, sampleTicket } from '../ticket.sample.ts'

const texts: Readonly<Record<string, string>> = zhCN
const unit = { aliases: [], active: true, parentId: null, dutyPhone: null, lat: null, lon: null }

/** The sheet of one act over a server of the test's own. */
const open = async (action: TicketAction, over: Partial<TicketActionDto> = {}, of: Partial<TicketDto> = {}) => {
  const [ticket, setTicket] = createSignal(sampleTicket([offer(action, over)], of))
  const [isOpen, setOpen] = createSignal(true)
  const done: TicketDto[] = []
  const path = `POST /api/tickets/t1/actions`
  const server = fakeServer({
    [path]: () => ({ ...ticket(), version: ticket().version + 1 }),
    'GET /api/units': () => ({
      items: [
        { ...putuo, ...unit },
        { ...changfeng, ...unit, parentId: putuo.id },
        { ...unit, id: 'u3', code: 'xuhui', name: '徐汇区', nameEn: 'Xuhui', level: 'district' },
        { ...unit, id: 'u4', code: 'closed', name: '旧区', nameEn: 'Old', level: 'district', active: false },
      ],
    }),
    'GET /api/matters': () => ({ items: [] }),
    'POST /api/tickets/plans': () => ({ items: [] }),
    'GET /api/tickets/t1/timeline': () => ({ items: [], next: null }),
  })
  const shown = await show(
    () => (
      <Show when={isOpen()}>
        <ActionSheet
          ticket={ticket()}
          action={action}
          onClose={() => setOpen(false)}
          onDone={(after) => done.push(after)}
        />
      </Show>
    ),
    { session: someone({ permissions: ['ticket.read'] }) },
  )
  const form = () => within(screen.getByRole('form', { name: texts[`action.${action}`] ?? action }))
  const label = (field: string) => texts[`form.${action}.${field}`] ?? field
  const text = (field: string) =>
    form().getByRole<HTMLInputElement | HTMLTextAreaElement>('textbox', { name: new RegExp(`^${label(field)}`) })
  const button = () =>
    form()
      .getAllByRole<HTMLButtonElement>('button')
      .find((one) => one.type === 'submit') ?? document.createElement('button')
  return {
    ...shown,
    form,
    text,
    button,
    label,
    server,
    /** By either door: at once, or leaving in a moment. */
    sent: () => [...server.bodies(path), ...server.bodies(path.replace(/actions$/, 'leaving'))],
    path,
    done,
    isOpen,
    setOpen,
    setTicket,
    ticket,
  }
}

describe('the form of every act', () => {
  const withFields = Object.entries(actForms)
    .filter(([, { fields }]) => fields.length > 0)
    .map(([action, { fields }]) => ({ action: action as TicketAction, fields }))

  /** The control that a label stands for. */
  const labelled = (label: HTMLElement) => document.getElementById(label.getAttribute('for') ?? '') ?? document.body

  /** What a reader meets for a field; null: an input that has no role of its own. */
  const roles: Readonly<Record<FieldSpec['kind'], string | null>> = {
    text: 'textbox',
    number: 'spinbutton',
    choice: 'group',
    yesNo: 'group',
    limit: 'group',
    subLimit: 'group',
    unit: 'combobox',
    units: 'combobox',
    matter: 'combobox',
    ticket: 'combobox',
    moment: null,
    files: null,
  }
  const control = (form: ReturnType<typeof within>, field: FieldSpec, label: string): HTMLElement => {
    const role = field.kind === 'choice' && field.options.length > 4 ? 'combobox' : roles[field.kind]
    if (role !== null) return form.getByRole(role, { name: (spoken: string) => spoken.startsWith(label) })
    const isLabel = (text: string, element: Element | null) => element?.tagName === 'LABEL' && text.startsWith(label)
    return labelled(form.getByText(isLabel))
  }

  it.each(withFields)(
    '$action: draws each field as what it takes, with its name, bounds and words',
    async ({ action, fields }) => {
      const { user, t, form, label } = await open(action)
      const more = form().queryByRole('button', { name: t('act.more') })
      if (fields.some(({ extra }) => extra)) {
        expect(more, 'what is seldom needed is folded away').not.toBeNull()
        if (more) await user.click(more)
      }
      for (const field of fields) {
        const drawn = control(form(), field, label(field.name))
        if (field.kind === 'text') expect(drawn.getAttribute('maxlength')).toBe(String(field.most))
        if (field.kind === 'moment') expect(drawn.getAttribute('type')).toBe('datetime-local')
        if (field.kind === 'files') expect(drawn.getAttribute('type')).toBe('file')
        if (field.kind === 'number')
          expect([drawn.getAttribute('min'), drawn.getAttribute('max')]).toEqual([
            String(field.least),
            String(field.most),
          ])
        if (field.kind === 'choice')
          for (const option of field.options)
            expect(drawn.textContent, `${field.name}: ${option}`).toContain(texts[`${field.words}.${option}`])
        if (field.hint) expect(form().getByText(texts[`form.${action}.${field.name}.hint`] ?? 'no hint')).toBeTruthy()
      }
    },
  )

  it.each(
    withFields.filter(({ fields }) =>
      fields.some((field) => field.required && !('fallback' in field && field.fallback !== undefined)),
    ),
  )(
    '$action: sends nothing while something it needs is missing, and says at each field which',
    async ({ action, fields }) => {
      const { t, form, button, label, sent } = await open(action, {}, { title: '', matter: null, kind: null })
      fireEvent.click(button())
      const needed = fields.filter((field) => field.required && !('fallback' in field && field.fallback !== undefined))
      for (const field of needed)
        expect(form().getByText(t('act.missing', { field: label(field.name) })), field.name).toBeTruthy()
      await Promise.resolve()
      expect(sent()).toEqual([])
    },
  )
})

describe('the sheet of an act', () => {
  const fill = async ({ user, text }: Awaited<ReturnType<typeof open>>) => {
    await user.type(text('text'), ' 已更换灯泡。 ')
    await user.type(text('result'), '已现场处置')
  }

  it('sends what was written, without blanks around it, for the version that was seen; says so and closes', async () => {
    const sheet = await open('answer')
    await fill(sheet)
    await sheet.user.click(sheet.button())
    expect(sheet.sent()).toEqual([
      { action: 'answer', version: 4, input: { text: '已更换灯泡。', result: '已现场处置' } },
    ])
    await waitFor(() => expect(sheet.isOpen()).toBe(false))
    expect(sheet.done.map(({ version }) => version)).toEqual([5])
    expect(await screen.findByText(sheet.t('act.done', { action: sheet.t('action.answer') }))).toBeTruthy()
  })

  it('sends once, however often one presses while it is on its way', async () => {
    const sheet = await open('answer')
    let answer = (_after: TicketDto) => {}
    sheet.server.answers[sheet.path] = () => new Promise<TicketDto>((resolve) => (answer = resolve))
    await fill(sheet)
    await sheet.user.keyboard('{Control>}{Enter}{/Control}')
    expect(sheet.button().getAttribute('aria-busy')).toBe('true')
    await sheet.user.click(sheet.button())
    await sheet.user.keyboard('{Control>}{Enter}{/Control}')
    expect(sheet.sent()).toHaveLength(1)
    answer(sheet.ticket())
    await waitFor(() => expect(sheet.isOpen()).toBe(false))
  })

  it('forgets that something was missing as soon as it is written', async () => {
    const sheet = await open('answer')
    fireEvent.click(sheet.button())
    const missing = sheet.t('act.missing', { field: sheet.label('text') })
    expect(sheet.text('text').getAttribute('aria-invalid')).toBe('true')
    expect(sheet.form().getByText(missing)).toBeTruthy()
    await sheet.user.type(sheet.text('text'), '已')
    expect(sheet.form().queryByText(missing)).toBeNull()
    expect(sheet.form().getByText(sheet.t('act.missing', { field: sheet.label('result') }))).toBeTruthy()
  })

  it('shows at its field what the server refused, and keeps what was written', async () => {
    const sheet = await open('answer')
    sheet.server.answers[sheet.path] = () =>
      refused(422, {
        code: 'request.invalid',
        errors: [{ path: 'input.result', code: 'invalid', message: 'Invalid input' }],
      })
    await fill(sheet)
    await sheet.user.click(sheet.button())
    await waitFor(() => expect(sheet.text('result').getAttribute('aria-invalid')).toBe('true'))
    expect(sheet.text('text').hasAttribute('aria-invalid')).toBe(false)
    expect(sheet.text('text').value).toBe(' 已更换灯泡。 ')
    expect(sheet.isOpen()).toBe(true)
    expect(sheet.button().disabled, 'it can be mended and sent again').toBe(false)
  })

  it('shows above the fields what was refused as a whole, and that the server is away', async () => {
    const sheet = await open('answer')
    sheet.server.answers[sheet.path] = () => refused(422, { code: 'ticket.illegal-transition', title: 'no' })
    await fill(sheet)
    await sheet.user.click(sheet.button())
    await waitFor(() => expect(sheet.form().getByText(sheet.t('problem.ticket.illegal-transition'))).toBeTruthy())
    expect(sheet.form().getByText(sheet.t('problem.ticket.illegal-transition.next'))).toBeTruthy()
    sheet.server.answers[sheet.path] = () => Promise.reject(new TypeError('fetch failed'))
    await sheet.user.click(sheet.button())
    await waitFor(() => expect(sheet.form().getByText(sheet.t('problem.network.offline'))).toBeTruthy())
    expect(sheet.isOpen()).toBe(true)
  })

  it('keeps what is written through a look at something else, says so, and starts over when asked', async () => {
    const sheet = await open('answer')
    await sheet.user.type(sheet.text('text'), '写到一半')
    await sheet.user.keyboard('{Escape}')
    expect(sheet.isOpen()).toBe(false)
    sheet.setOpen(true)
    expect(sheet.text('text').value).toBe('写到一半')
    expect(sheet.form().getByText(sheet.t('act.saved'))).toBeTruthy()
    await sheet.user.click(sheet.form().getByRole('button', { name: sheet.t('act.startOver') }))
    expect(sheet.text('text').value).toBe('')
    expect(sheet.form().queryByText(sheet.t('act.saved'))).toBeNull()
    sheet.setOpen(false)
    sheet.setOpen(true)
    expect(sheet.text('text').value).toBe('')
  })

  it('keeps nothing of what was sent', async () => {
    const sheet = await open('answer')
    await fill(sheet)
    await sheet.user.click(sheet.button())
    await waitFor(() => expect(sheet.isOpen()).toBe(false))
    sheet.setOpen(true)
    expect(sheet.text('text').value).toBe('')
  })

  it('waits while somebody else has changed the ticket, until the reader has taken note of it', async () => {
    const sheet = await open('answer')
    await fill(sheet)
    sheet.server.answers['GET /api/tickets/t1/timeline'] = () => ({
      items: [
        {
          id: 'e1',
          at: '2026-06-01T04:00:00.000Z',
          type: 'supplement',
          actor: { kind: 'staff', id: 's2', name: '叶家豪' },
          unit: null,
          visibility: 'unit',
          text: '市民补充：晚上更暗',
          data: {},
        },
      ],
      next: null,
    })
    sheet.setTicket((before) => ({ ...before, version: 5, updatedAt: '2026-06-01T04:00:00.000Z' }))
    expect(sheet.form().getByText(sheet.t('act.news'))).toBeTruthy()
    await waitFor(() => expect(sheet.form().getByText(/叶家豪.*市民补充：晚上更暗/)).toBeTruthy())
    expect(sheet.button().disabled).toBe(true)
    expect(sheet.text('text').value, 'what was typed stays').toBe(' 已更换灯泡。 ')
    sheet.server.answers[sheet.path] = () => refused(409, { code: 'ticket.conflict' })
    await sheet.user.keyboard('{Control>}{Enter}{/Control}')
    expect(sheet.sent(), 'by key: for what was seen, which the server refuses').toEqual([
      expect.objectContaining({ version: 4 }),
    ])
    sheet.server.answers[sheet.path] = () => sheet.ticket()
    await sheet.user.click(sheet.form().getByRole('button', { name: sheet.t('act.goOn') }))
    expect(sheet.form().queryByText(sheet.t('act.news'))).toBeNull()
    await sheet.user.click(sheet.button())
    expect(sheet.sent().at(-1)).toEqual(expect.objectContaining({ version: 5 }))
  })

  it('says that the act is gone when the ticket offers it no more', async () => {
    const sheet = await open('answer')
    sheet.setTicket((before) => ({ ...before, actions: [] }))
    expect(sheet.form().getByText(sheet.t('act.gone', { action: sheet.t('action.answer') }))).toBeTruthy()
    expect(sheet.button().disabled).toBe(true)
  })

  it('tells beforehand whom it tells, and that a citizen who wants no reply is not told', async () => {
    const first = await open('answer', { tells: ['citizen', 'reviewers'] })
    const who = [texts['tells.citizen'], texts['tells.reviewers']].join('、')
    expect(first.form().getByText(new RegExp(first.t('act.tells', { who })))).toBeTruthy()
    first.setOpen(false)
    const second = await open('answer', { tells: ['citizen'] }, { replyWanted: false })
    const footer = second.button().closest('footer')
    expect(footer?.textContent).toContain(second.t('act.tellsNobody'))
    expect(footer?.textContent).toContain(second.t('act.citizenNotTold'))
  })

  it('names itself on the button of what cannot be undone', async () => {
    const { t, button } = await open('terminate', { tone: 'danger' })
    expect(button().textContent).toContain(t('act.confirm', { action: t('action.terminate') }))
    expect(button().closest('footer')?.textContent).toContain(t('act.undoHint'))
  })

  it('corrects a ticket with what was changed only; another district takes its street away', async () => {
    const sheet = await open('reclassify')
    expect(sheet.text('place').value).toBe('大渡河路108弄')
    await sheet.user.clear(sheet.text('place'))
    const district = sheet.form().getByRole('combobox', { name: new RegExp(sheet.label('districtId')) })
    await sheet.user.click(district)
    expect(screen.queryByRole('option', { name: /旧区/ }), 'a unit that is no more').toBeNull()
    await sheet.user.click(await screen.findByRole('option', { name: /徐汇区/ }))
    await sheet.user.click(sheet.button())
    expect(sheet.sent()).toEqual([
      { action: 'reclassify', version: 4, input: { place: null, districtId: 'u3', streetId: null } },
    ])
  })

  it('shows to whom a dispatch would go, and leaves what was not chosen to the catalogue', async () => {
    const sheet = await open('dispatch', {}, { state: 'awaitingDispatch' })
    await sheet.user.click(sheet.button())
    expect(sheet.sent()).toEqual([{ action: 'dispatch', version: 4, input: {} }])
    expect(sheet.server.bodies('POST /api/tickets/plans').length).toBeGreaterThan(0)
  })
})
