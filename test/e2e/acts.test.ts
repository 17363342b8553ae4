import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { zhCN } from '../../console/i18n/zh-CN/index.ts'
import type { UnitRef } from '../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import { openStage, signInQuietly, type Person } from '../support/browser.ts'
import type { City } from '../../scripts/start/city.ts'
import { openCity } from '../support/city.ts'
import { citizen, staff, until, type Citizen, type Staff } from '../support/journey.ts'

type Word = keyof typeof zhCN
/** How a field of a form is filled: typed, or chosen from a box that is typed into, a list, a bar of words; or a file. */
type Filling = string | { find: string } | { select: string } | { choose: string } | { file: string }

/** What nobody can tell the matter of: it waits for a person. */
const vague = (what: string) => `我有个情况想反映一下，${what}`
const clear = '普陀区长风新村街道大渡河路108弄门口共享单车乱停放，堵住人行道'

const texts: Readonly<Record<string, string>> = zhCN
const isWord = (key: string): key is Word => key in texts
/** The label of a field, as the form finds it. */
const labelKey = (action: TicketAction, field: string): Word => {
  const key = `form.${action}.${field}`
  if (!isWord(key)) throw new Error(`${action} has no field ${field}`)
  return key
}

describe('every act of the state table, in the browser of who may do it', () => {
  let city: City
  let lead: Staff
  let units: readonly UnitRef[]
  let phones = 0
  const stage = openStage()
  const seats = new Map<string, Person>()

  beforeAll(async () => {
    city = await openCity()
    lead = await staff(city, 'lead1')
    units = (await lead.get<{ items: UnitRef[] }>('/api/units')).items
  })
  afterEach(async () => {
    seats.clear()
    await stage.clear()
  })
  afterAll(() => city?.stop())

  const unitNamed = (code: string) => units.find((unit) => unit.code === code)?.name ?? code
  const someone = () => citizen(city, `+86139123700${String(++phones).padStart(2, '0')}`)
  const seat = async (username: string) => {
    const found = seats.get(username)
    if (found) return found
    const person = await stage.person(username)
    await signInQuietly(person, city.config.publicUrl, username)
    seats.set(username, person)
    return person
  }
  const reaches = (id: string, state: string) =>
    until(async () => (await lead.ticket(id)).state, 'the ticket').toBe(state)
  const grouped = async (id: string) => (await lead.ticket(id)).number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
  /** A ticket that came by text, and whose it is. */
  const request = async (body: string, from: Citizen = someone()) => {
    const before = new Set((await lead.tickets()).map(({ id }) => id))
    await from.text(body)
    await from.waitsFor(['您的诉求已登记'])
    const id = (await lead.tickets()).find((one) => !before.has(one.id))?.id ?? ''
    return { id, from }
  }

  /** Opens the ticket's page and the act on it, by its button or in the menu. */
  const start = async (username: string, id: string, action: TicketAction) => {
    const person = await seat(username)
    const { page, t } = person
    await page.goto(`${city.config.publicUrl}/tickets/${id}`)
    const name = t(`action.${action}`)
    const button = page.getByRole('button', { name, exact: true })
    const menu = page.getByRole('button', { name: t('act.menu') })
    await button.or(menu).first().waitFor()
    if (await button.isVisible()) await button.click()
    else {
      await menu.click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    }
    return person
  }
  const fill = async ({ page, t }: Person, action: TicketAction, fields: Readonly<Record<string, Filling>>) => {
    const form = page.getByRole('form', { name: t(`action.${action}`), exact: true })
    await form.waitFor()
    for (const [field, value] of Object.entries(fields)) {
      const label = t(labelKey(action, field))
      if (typeof value === 'string') await form.getByRole('textbox', { name: label }).fill(value)
      else if ('select' in value)
        await form.getByRole('combobox', { name: label }).selectOption({ label: value.select })
      else if ('choose' in value)
        await form.getByRole('group', { name: label }).getByText(value.choose, { exact: true }).click()
      else if ('file' in value) {
        await form
          .locator('input[type=file]')
          .first()
          .setInputFiles({ name: value.file, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
        await form.getByText(value.file).waitFor()
      } else {
        await form.getByRole('combobox', { name: label }).fill(value.find)
        await page
          .getByRole('option', { name: value.find })
          .or(page.getByRole('treeitem', { name: value.find }))
          .first()
          .click()
      }
    }
    return form
  }
  /** Makes an act as a person does; a dangerous one names itself on the button that confirms it. */
  const act = async (
    username: string,
    id: string,
    action: TicketAction,
    fields?: Readonly<Record<string, Filling>>,
    more = false,
  ) => {
    const { version } = await lead.ticket(id)
    const person = await start(username, id, action)
    const { page, t } = person
    if (fields) {
      if (more) await page.getByRole('button', { name: t('act.more') }).click()
      const form = await fill(person, action, fields)
      const name = t(`action.${action}`)
      await form
        .getByRole('button', { name, exact: true })
        .or(form.getByRole('button', { name: t('act.confirm', { action: name }), exact: true }))
        .click()
      await form.waitFor({ state: 'detached' })
    }
    const said = page.getByRole('status')
    await said
      .filter({ hasText: t('act.done', { action: t(`action.${action}`) }) })
      // What may be taken back for a moment says so instead.
      .or(said.filter({ hasText: t('leaving.at', { at: '' }).trim() }))
      .first()
      .waitFor()
    await until(async () => (await lead.ticket(id)).version, `${action} by ${username}`).toBeGreaterThan(version)
    await until(async () => (await lead.ticket(id)).leaving, `${action} has left`).toBeNull()
    return person
  }
  /** Whether the page offers an act at all. */
  const offers = async (username: string, id: string, action: TicketAction) => {
    const { actions } = await (await staff(city, username)).ticket(id)
    return actions.some((one) => one.action === action)
  }

  it('an agent answers on the spot, declines with the way to go, connects to another line, withdraws', async () => {
    const { id: asked, from: asker } = await request(vague('居住证怎么办'))
    await act('agent1', asked, 'answerDirectly', {
      text: '请携带身份证到街道受理中心办理，五个工作日办结。',
      note: '按知识库答复',
    })
    await reaches(asked, 'closed')
    await asker.waitsFor([await grouped(asked), '请携带身份证到街道受理中心办理'])

    const { id: refused, from: plaintiff } = await request(vague('法院判决我不服'))
    await act('agent1', refused, 'decline', {
      outcome: { select: zhCN['decline.statutoryRoute'] },
      route: '向上一级法院上诉',
      told: '该事项应通过诉讼途径解决。',
    })
    await reaches(refused, 'declined')
    await plaintiff.waitsFor(['不予受理', '该事项应通过诉讼途径解决', '向上一级法院上诉'])

    const { id: passed, from: passer } = await request(vague('想问劳动仲裁的事'))
    await act('agent1', passed, 'transferOut', {
      to: '12333',
      connected: { choose: zhCN['ticket.yes'] },
      told: '已为您接通12333，请保持电话畅通。',
    })
    await reaches(passed, 'transferredOut')
    await passer.waitsFor(['已转由12333处理', '请保持电话畅通'])

    const { id: taken, from: owner } = await request(vague('邻居家狗叫'))
    await act('agent1', taken, 'withdraw', { reason: '市民来电称问题已自行解决' })
    await reaches(taken, 'withdrawn')
    await owner.waitsFor(['已按您的意愿撤销工单', await grouped(taken)])
  })

  it('an agent accepts, corrects and submits; a repeated request is merged into it', async () => {
    const { id } = await request(vague('门口那盏不亮了'))
    expect(await lead.ticket(id)).toMatchObject({ state: 'received' })
    await act('agent1', id, 'accept')
    await reaches(id, 'accepted')
    expect(await offers('agent1', id, 'submit'), 'nothing is submitted without its matter').toBe(false)
    await act('agent1', id, 'reclassify', {
      matterCode: { find: '路灯不亮' },
      districtId: { find: '普陀区' },
      streetId: { find: '长风新村街道' },
      place: '大渡河路108弄门口',
    })
    expect(await lead.ticket(id)).toMatchObject({
      matter: { code: 'municipal.lighting.lamp-out' },
      street: { code: 'putuo-changfeng' },
      place: '大渡河路108弄门口',
    })
    await act('agent1', id, 'submit')
    await reaches(id, 'awaitingDispatch')

    const { id: again, from: neighbour } = await request(vague('门口那盏还是不亮'))
    const main = await lead.ticket(id)
    await act('agent1', again, 'merge', { mainTicketId: { find: main.title }, reason: '同一地点同一事项' })
    await reaches(again, 'merged')
    expect(await lead.ticket(again)).toMatchObject({ mainTicket: { id } })
    const told = await neighbour.waitsFor(['合并办理', await grouped(again)])
    expect(told, 'the number of somebody else').not.toContain(await grouped(id))
  })

  it('a dispatcher dispatches with co-handling and copied units, sends it elsewhere, designates after a return, terminates', async () => {
    const { id, from } = await request(clear)
    await reaches(id, 'awaitingDispatch')
    await act(
      'dispatch1',
      id,
      'dispatch',
      {
        leadUnitId: { find: unitNamed('urban-enforcement') },
        instruction: '今日到场',
        coUnitIds: { find: unitNamed('traffic-police') },
        copyUnitIds: { find: unitNamed('transport-commission') },
      },
      true,
    )
    await reaches(id, 'dispatched')
    const roles = async () =>
      (await lead.ticket(id)).assignments
        .filter(({ endedAt }) => endedAt === null)
        .map(({ role, unit }) => `${role} ${unit.code}`)
    expect(await roles()).toEqual(
      expect.arrayContaining(['lead urban-enforcement', 'co traffic-police', 'copied transport-commission']),
    )
    await from.waitsFor(['已派发至', unitNamed('urban-enforcement')])

    await act('traffic-police-1', id, 'report', {
      text: '已到场拍照，非机动车由城管先行清理。',
      finished: { choose: zhCN['ticket.no'] },
    })
    expect((await lead.timeline(id)).map(({ text }) => text)).toContain('已到场拍照，非机动车由城管先行清理。')

    await act('dispatch1', id, 'addHelper', { coUnitIds: { find: unitNamed('water-bureau') }, instruction: '排查积水' })
    expect(await roles()).toContain('co water-bureau')
    await act('dispatch1', id, 'removeHelper', {
      unitIds: { find: unitNamed('water-bureau') },
      reason: '现场无积水',
    })
    expect(await roles()).not.toContain('co water-bureau')

    await act('dispatch1', id, 'redispatch', {
      leadUnitId: { find: unitNamed('putuo-changfeng') },
      reason: '属街道市容管理',
    })
    expect(await roles()).toContain('lead putuo-changfeng')

    const giveBack = async () => {
      await act('putuo-changfeng-1', id, 'returnTicket', { reason: '该路段由区城管直管', basis: '派单目录' })
      await reaches(id, 'returnRequested')
    }
    await giveBack()
    await act('dispatch1', id, 'upholdReturn', { note: '职责核对属实' })
    await reaches(id, 'awaitingDispatch')
    expect(await lead.ticket(id)).toMatchObject({ clock: null, leadUnit: null })
    await act('dispatch1', id, 'dispatch', {})
    await giveBack()
    await act('dispatch1', id, 'rejectReturn', { note: '街道负责日常管理' })
    await reaches(id, 'dispatched')
    await giveBack()
    await act('dispatch1', id, 'designate', {
      leadUnitId: { find: unitNamed('putuo-changfeng') },
      reason: '经会商，由街道主办',
    })
    await reaches(id, 'dispatched')
    expect(await lead.ticket(id)).toMatchObject({ designated: true, leadUnit: { code: 'putuo-changfeng' } })
    await act('putuo-changfeng-1', id, 'sign')
    await reaches(id, 'handling')
    expect(await offers('putuo-changfeng-1', id, 'returnTicket'), 'a designated unit may not return').toBe(false)

    await act('dispatch1', id, 'terminate', {
      ground: { select: zhCN['terminate.citizenRefuses'] },
      reason: '市民三次拒绝配合现场核实',
      told: '因无法核实，本件终止办理，可随时重新反映。',
    })
    await reaches(id, 'terminated')
    await from.waitsFor([await grouped(id), '因无法核实，本件终止办理'])
  })

  it('a unit asks for time, is refused, asks again and gets it; its head pauses; a supervisor supervises', async () => {
    const { id, from } = await request(clear)
    await (await staff(city, 'dispatch1')).act(id, 'dispatch')
    const unit = (await lead.ticket(id)).leadUnit?.code ?? ''
    await act(`${unit}-1`, id, 'sign')
    const due = async () => (await lead.ticket(id)).clock?.dueAt ?? ''
    const first = await due()

    await act(`${unit}-1`, id, 'extend', { reason: '需协调运营企业' })
    await act('dispatch1', id, 'refuseExtension', { note: '企业当日可到场，不予延期' })
    expect(await due()).toBe(first)
    await act(`${unit}-1`, id, 'extend', { reason: '企业停运整顿，车辆需分批清运' })
    await act('review1', id, 'approveExtension', { note: '情况属实' })
    expect((await due()) > first, 'the limit is later').toBe(true)
    await from.waitsFor(['需延长办理', await grouped(id)])

    await act(`${unit}-head`, id, 'pause', {
      reason: { choose: zhCN['pauseReason.supplement'] },
      note: '等待市民补充车辆照片',
      told: '请补充车辆照片',
    })
    await from.waitsFor(['暂缓办理：请补充车辆照片', await grouped(id)])
    await reaches(id, 'paused')
    expect(await lead.ticket(id)).toMatchObject({ clock: { state: 'paused' } })
    await act(`${unit}-1`, id, 'resume', { note: '照片已收到' })
    await reaches(id, 'handling')

    await act('lead1', id, 'supervise', {
      kind: { choose: zhCN['superviseKind.listed'] },
      trigger: { select: zhCN['superviseTrigger.repeated'] },
      text: '多次反映，三日内办结',
    })
    expect(await lead.ticket(id)).toMatchObject({ supervised: true })
    await act('agent1', id, 'urge', { text: '市民再次来电催促' })
    expect(await lead.ticket(id)).toMatchObject({ urgeCount: 1 })
    await act('agent1', id, 'supplement', { text: '市民补充：地铁口一侧最多' })
    await act('agent1', id, 'keepConfidential', { reason: '市民来电要求保密' })
    expect(await lead.ticket(id)).toMatchObject({ confidential: true })
    await act(`${unit}-1`, id, 'note', { text: '已与企业约定今晚清运' })
    expect((await lead.timeline(id)).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['市民补充：地铁口一侧最多', '已与企业约定今晚清运']),
    )
  })

  it('answers with a file, is sent back, passes, is done again; a citizen who takes no texts is called and it closes', async () => {
    const { id, from } = await request(clear)
    await from.text('TD')
    await (await staff(city, 'dispatch1')).act(id, 'dispatch')
    const unit = (await lead.ticket(id)).leadUnit?.code ?? ''
    const handle = async (answer: string) => {
      await act(`${unit}-1`, id, 'sign')
      await act(`${unit}-1`, id, 'answer', {
        text: answer,
        result: '已现场处置',
        attachmentIds: { file: '现场记录.pdf' },
      })
      await reaches(id, 'answered')
    }
    await handle('将尽快清理。')
    const { answers, attachments } = await lead.ticket(id)
    expect(attachments.find((file) => file.id === answers.at(-1)?.attachmentIds[0])).toMatchObject({
      name: '现场记录.pdf',
    })
    await act('review1', id, 'sendBack', { note: '没有写明何时清理' })
    await reaches(id, 'handling')
    await act(`${unit}-1`, id, 'answer', { text: '今日已清理。', result: '已现场处置' })
    await act('review1', id, 'passReview', { note: '属实' })
    await reaches(id, 'awaitingFollowUp')

    const earlier = (await lead.ticket(id)).clock?.startedAt ?? ''
    await act('lead1', id, 'redo', { reason: '现场复核发现又停满' })
    await reaches(id, 'dispatched')
    const again = await lead.ticket(id)
    expect(again).toMatchObject({ redoCount: 1 })
    expect((again.clock?.startedAt ?? '') > earlier, 'a new limit').toBe(true)
    await handle('已清理并设置隔离桩。')
    await act('review1', id, 'passReview', {})
    await reaches(id, 'awaitingFollowUp')

    const { page, t } = await seat('follow1')
    await page.goto(`${city.config.publicUrl}/follow-up`)
    await page
      .getByRole('button', { name: again.title })
      .or(page.getByRole('link', { name: again.title }))
      .first()
      .click()
    await page.getByRole('group', { name: t('followUp.ask.contacted') }).waitFor()
    for (const digit of ['1', '1', '4']) await page.keyboard.press(digit)
    await page.getByLabel(t('followUp.withoutCall')).fill('市民当面向承办单位表示满意')
    await page.getByRole('button', { name: t('followUp.submit'), exact: true }).click()
    await reaches(id, 'closed')
    const closed = await lead.ticket(id)
    expect(closed).toMatchObject({ closeReason: 'rated' })
    expect(closed.followUps.at(-1)).toMatchObject({
      channel: 'call',
      state: 'answered',
      contacted: true,
      solved: true,
      grade: 4,
    })
    expect(
      (await from.received()).filter((body) => body.includes('回访')),
      'nobody who texted TD is texted',
    ).toEqual([])
  })
})
