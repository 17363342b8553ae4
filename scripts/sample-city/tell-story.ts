import { eq } from 'drizzle-orm'
import type { StaffActor } from '../../api/vocabulary/actor.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import { citizenPhone, hasFixedLine, ringFollowUp, storeArea, takeCall, takeText } from './contacts.ts'
import type { StorySeed } from './seed.types.ts'
import type { Stage } from './stage.ts'
import {
  contactWords,
  dissatisfiedWords,
  extensionWords,
  gratefulWords,
  pauseWords,
  resultWords,
  returnWords,
} from './phrases.ts'

const minute = 60_000
const hour = 60 * minute

const beforeUnit: readonly StorySeed['path'][] = [
  'received',
  'awaitingDispatch',
  'answeredDirectly',
  'declined',
  'merged',
]

/** Where the unit still has it. */
const atUnit: readonly StorySeed['path'][] = ['handling', 'answered', 'extending', 'paused']

/** One request from its first word to where it stands now; yields the instants of its steps. */
export async function* tellStory(stage: Stage, story: StorySeed, index: number): AsyncGenerator<Date, void> {
  const { services, clock, random, cast } = stage
  const { tickets, db } = services
  const phone = citizenPhone(story, index)
  const later = (ms: number) => new Date(clock.now().getTime() + ms)
  const office = (hours: number) => cast.officeHour(later(hours * hour))
  const ticketId = story.channel === 'sms' ? await takeText(stage, phone, story) : await takeCall(stage, phone, story)
  const row = () => tickets.mustFindTicket(db, cast.actor('lead1'), ticketId)
  const act = (actor: StaffActor, action: TicketAction, input: Record<string, unknown> = {}) =>
    tickets.act.act(actor, { ticketId, action, input })
  /** An office hour of the last days, but not before now: what waits for a review or for the citizen came lately. */
  const before = (hours: number) =>
    new Date(
      Math.max(later(hour).getTime(), cast.officeHourBefore(new Date(stage.end.getTime() - hours * hour)).getTime()),
    )
  const lately = story.path === 'answered' || story.path === 'awaitingFollowUp'
  const key = `${story.matter} ${story.area}`
  const main = stage.mains.get(key)
  stage.mains.set(key, ticketId)

  if (story.path === 'received') return
  yield later(random.between(3, 25) * minute)
  const agent = cast.agent(random)
  if (story.channel === 'sms') {
    if ((await row()).state === 'received') await act(agent, 'accept')
    const ticket = await row()
    const area = storeArea(services, story)
    if (
      ticket.matterCode !== story.matter ||
      ticket.streetId !== area.streetId ||
      ticket.districtId !== area.districtId
    )
      await act(agent, 'reclassify', { matterCode: story.matter, ...area, place: story.place })
  }
  if (story.path === 'answeredDirectly') {
    await act(agent, 'answerDirectly', { text: story.answer })
    return
  }
  if (story.path === 'declined') {
    await act(agent, 'decline', { outcome: 'statutoryRoute', route: '依法应当通过法定途径提出', told: story.answer })
    return
  }
  if ((await row()).state === 'accepted') await act(agent, 'submit')
  if (story.path === 'merged' && main) {
    await act(agent, 'merge', { mainTicketId: main, reason: '同一地点同一事项，重复反映' })
    return
  }
  if (beforeUnit.includes(story.path)) return

  yield later(random.between(5, 40) * minute)
  const dispatcher = cast.dispatcher(random)
  const own = services.catalogue.resolveUnits({ matterCode: story.matter, ...storeArea(services, story) })
  const fallback = storeArea(services, story).districtId
  const helper = story.coUnit && services.directory.unitByCode(story.coUnit)?.id
  await act(dispatcher, 'dispatch', {
    ...(!own && { leadUnitId: fallback }),
    ...(helper && { coUnitIds: [helper] }),
  })
  if (story.path === 'dispatched') return
  if (story.path === 'withdrawn') {
    yield office(random.between(2, 20))
    await act(agent, 'withdraw', { reason: '市民来电告知问题已自行解决，要求撤回诉求' })
    return
  }

  if (['returning', 'returned', 'designated'].includes(story.path)) {
    yield office(random.between(1, 6))
    await act(cast.handler((await row()).leadUnitId), 'returnTicket', random.pick(returnWords))
    if (story.path === 'returning') return
    yield office(random.between(1, 5))
    const lead = services.directory.unitById((await row()).leadUnitId ?? '')
    const other = lead?.id === fallback ? lead?.id : fallback
    if (story.path === 'designated')
      await act(dispatcher, 'designate', {
        leadUnitId: lead?.id,
        reason: '经会商，该事项由你单位主办。',
        instruction: '不得再次退单，请按期答复。',
      })
    else if (random.next() < 0.5 && other && other !== lead?.id) {
      await act(dispatcher, 'upholdReturn', { note: '职责核对属实，同意退单改派。' })
      yield later(random.between(5, 30) * minute)
      await act(dispatcher, 'dispatch', { leadUnitId: other })
    } else await act(dispatcher, 'rejectReturn', { note: '该事项属你单位职责范围，请继续办理。' })
  }

  yield* work()
  if (atUnit.includes(story.path)) return
  // Who wants no more texts is called.
  const stopped = story.path === 'awaitingFollowUp' && story.channel === 'sms' && index % 2 === 1
  if (stopped) await takeTextOf('TD')
  yield lately ? before(random.between(1, 7)) : office(random.between(2, 9))
  await act(cast.reviewer(random), 'passReview')
  if (hasFixedLine(story, index)) {
    yield* byCall()
    return
  }
  if (story.path === 'awaitingFollowUp' || story.path === 'noReply') return

  const unhappy = story.path === 'redone' || story.path === 'closedDissatisfied'
  yield later(random.between(0.3, 9) * hour)
  await reply(
    unhappy
      ? `${random.pick([1, 1, 2])} 2 ${random.pick([1, 2])}`
      : random.pick(['1 1 5', '1 1 4', '1 1 5', '1 1 3', '1 1 4']),
  )
  if (!unhappy) return
  yield later(random.between(1, 12) * minute)
  await reply(random.pick(dissatisfiedWords))
  if ((await row()).state !== 'dispatched') return
  yield* work()
  yield office(random.between(2, 9))
  await act(cast.reviewer(random), 'passReview')
  yield later(random.between(0.5, 6) * hour)
  await reply(story.path === 'redone' ? '1 1 4' : '1 2 2')
  if (story.path === 'redone') return
  yield later(random.between(1, 12) * minute)
  await reply(random.pick(dissatisfiedWords))

  /** What a unit does with a ticket: sign, contact the citizen, perhaps ask for time, answer. */
  async function* work(): AsyncGenerator<Date, void> {
    yield office(random.between(0.3, 3))
    const handler = () => row().then(({ leadUnitId }) => cast.handler(leadUnitId))
    if ((await row()).state === 'dispatched') await act(await handler(), 'sign')
    yield office(random.between(0.5, 5))
    await act(await handler(), 'firstContact', { how: 'phone', reached: true, text: random.pick(contactWords) })
    if (!hasFixedLine(story, index) && random.next() < 0.12) await takeTextOf(random.pick(gratefulWords))
    if (story.path === 'handling') return
    if (story.path === 'paused') {
      yield office(random.between(1, 4))
      const head = cast.handler((await row()).leadUnitId, 'head')
      await act(head, 'pause', { reason: 'thirdParty', note: random.pick(pauseWords) })
      return
    }
    const due = (await row()).dueAt
    if ((story.path === 'extended' || story.path === 'extending') && due && due > clock.now()) {
      await act(await handler(), 'extend', { workingDays: 5, reason: random.pick(extensionWords) })
      if (story.path === 'extending') return
      yield office(random.between(1, 4))
      if ((await row()).state === 'handling')
        await act(dispatcher, 'approveExtension', { note: '情况属实，同意延期。' })
    }
    const left = ((await row()).dueAt ?? later(24 * hour)).getTime() - clock.now().getTime()
    const wait = Math.max(hour, left * (random.next() < 0.07 ? 1.1 : random.between(0.2, 0.8)))
    yield lately
      ? before(random.between(8, 40))
      : cast.officeHour(
          new Date(Math.min(clock.now().getTime() + wait, stage.end.getTime() - random.between(0.5, 20) * hour)),
        )
    await act(await handler(), 'answer', { text: story.answer, result: random.pick(resultWords) })
  }

  /** The follow-up desk calls: once and hears all three answers, or in vain. */
  async function* byCall(): AsyncGenerator<Date, void> {
    const { followUp } = services
    const caller = cast.actor('follow1')
    const { followUp: asked } = db.t
    const open = async () => {
      const [found] = await db.q
        .select({ id: asked.id, version: asked.version, state: asked.state })
        .from(asked)
        .where(eq(asked.ticketId, ticketId))
      return found?.state === 'calling' ? found : null
    }
    for (let tries = story.path === 'noReply' ? 3 : 1; tries > 0; tries--) {
      yield office(random.between(2.2, 4))
      const now = await open()
      if (!now) return
      const { id, version } = now
      await ringFollowUp(stage, caller, id, story.path === 'closedSatisfied')
      if (story.path === 'closedSatisfied')
        await followUp.recordCall(caller, id, { version, contacted: true, solved: true, grade: random.pick([4, 5, 5]) })
      else await followUp.recordAttempt(caller, id, { version, outcome: 'noAnswer', note: '电话无人接听' })
    }
  }

  function reply(text: string) {
    return takeText(stage, phone, { ...story, text })
  }
  function takeTextOf(text: string) {
    return takeText(stage, phone, { ...story, text })
  }
}
