import { eq } from 'drizzle-orm'
import type { Services } from '../../api/services.ts'
import type { StaffActor } from '../../api/vocabulary/actor.ts'
import { agentLabel, citizenLabel } from '../../api/calls/call/leg-labels.ts'
import type { StorySeed } from './seed.types.ts'
import type { Stage } from './stage.ts'

const settledAtOnce: readonly StorySeed['path'][] = ['answeredDirectly', 'declined']

/** Requests by call whose citizens are asked by call as well, every fourth: they have a fixed line, which takes no texts. */
const calledBack: readonly StorySeed['path'][] = ['closedSatisfied', 'noReply', 'awaitingFollowUp']

/** Whether the caller of a sample story rings from a fixed line: nobody can text them, so they are called back. */
export const hasFixedLine = (story: StorySeed, index: number) =>
  story.channel === 'call' && calledBack.includes(story.path) && (story.path !== 'closedSatisfied' || index % 4 === 0)

/** An invented number; real fixed lines of the city never begin with a nought. Some requests that are settled at once come from the caller of the story before, for people call more than once. */
export const citizenPhone = (story: StorySeed, index: number) => {
  if (hasFixedLine(story, index)) return `+8621${String(index).padStart(8, '0')}`
  const again = settledAtOnce.includes(story.path) && story.channel === 'call' && index > 0
  return `+8619900${String(again ? index - 1 : index).padStart(6, '0')}`
}

/** District and street of a story's area. */
export const storeArea = (
  { directory }: Services,
  story: StorySeed,
): { districtId: string | null; streetId: string | null } => {
  const unit = directory.unitByCode(story.area)
  if (unit?.level === 'street') return { districtId: unit.parentId, streetId: unit.id }
  return { districtId: unit?.level === 'district' ? unit.id : null, streetId: null }
}

const numberOf = ({ directory }: Services, code: string) => {
  const line = directory.lines().find((one) => one.code === code)
  if (!line) throw new Error(`the sample city has no line ${code}`)
  return line.number
}

let references = 0
/** Ids as the carrier makes them; those of texts that go out are the silent carrier's. */
const reference = (prefix: string) => `${prefix}f${String(++references).padStart(31, '0')}`

/** The citizen's leg of a call is over. */
const hungUp = (leg: string, at: Date) =>
  ({ kind: 'legStatus', key: `${leg}:over`, at, leg, status: 'hungUp', owner: null }) as const

/** A text comes in; answers the ticket it belongs to. */
export const takeText = async (
  { services }: Stage,
  phone: string,
  story: Pick<StorySeed, 'line' | 'text'>,
): Promise<string> => {
  const ref = reference('SM')
  await services.messages.receive({
    ref,
    deliveryToken: ref,
    from: phone,
    to: numberOf(services, story.line),
    body: story.text,
    media: [],
    optOut: null,
  })
  const { message } = services.db.t
  const [row] = await services.db.q
    .select({ ticketId: message.ticketId })
    .from(message)
    .where(eq(message.carrierRef, ref))
  return row?.ticketId ?? ''
}

/** A call comes in, an agent takes it, the citizen says what it is about, and the agent files it; answers the ticket. */
export const takeCall = async (stage: Stage, phone: string, story: StorySeed): Promise<string> => {
  const { services, clock, random, cast } = stage
  const { calls, outbox } = services
  const sid = reference('CA')
  const seconds = (low: number, high: number) => clock.advance(random.between(low, high) * 1000)
  await cast.showLife()
  await calls.answer({ kind: 'incoming', call: sid, from: phone, to: numberOf(services, story.line) })
  await calls.answer({ kind: 'waits', call: sid })
  await calls.routed()
  await outbox.runDue()
  seconds(4, 14)
  const { call, callOffer } = services.db.t
  const read = async () => {
    const [row] = await services.db.q.select().from(call).where(eq(call.carrierRef, sid))
    if (!row) throw new Error('the call is not there')
    return row
  }
  const ringing = await read()
  const [offer] = await services.db.q.select().from(callOffer).where(eq(callOffer.callId, ringing.id))
  if (!offer || !ringing.agentId)
    throw new Error(`nobody is there to take a call of the sample city (${ringing.state})`)
  const roomRef = reference('CF')
  const agentLeg = ringing.agentLegRef ?? reference('CA')
  let sequence = 0
  /** What every piece of news of the room tells, now. */
  const inRoom = () => ({ key: `${roomRef}:${++sequence}`, at: clock.now(), room: ringing.room, roomRef })
  await calls.takeNews({
    ...inRoom(),
    kind: 'joined',
    leg: agentLeg,
    label: agentLabel(offer.id),
  })
  await outbox.runDue()
  seconds(1, 2)
  await calls.takeNews({ ...inRoom(), kind: 'joined', leg: sid, label: citizenLabel })
  await calls.takeNews({ ...inRoom(), kind: 'roomStarted' })
  const say = async (speaker: 'citizen' | 'agent', text: string) => {
    seconds(3, 9)
    await calls.takeNews({
      kind: 'said',
      key: `${sid}:said:${++sequence}`,
      at: clock.now(),
      leg: speaker === 'citizen' ? sid : agentLeg,
      text,
    })
  }
  await say('agent', '您好，这里是12345，请问有什么可以帮您？')
  for (const sentence of story.text.split(/(?<=[。！？!?.])/u).filter((part) => part.trim() !== ''))
    await say('citizen', sentence.trim())
  await say('agent', `请问具体是在什么地方？是${story.place}吗？`)
  await say('citizen', '对，麻烦尽快处理。')
  seconds(5, 40)
  await calls.takeNews({ ...inRoom(), kind: 'left', leg: sid, label: citizenLabel, status: null, reason: 'hungUp' })
  await calls.takeNews(hungUp(sid, clock.now()))
  await outbox.runDue()
  seconds(20, 120)
  const ticket = await services.contacts.fileTicket(cast.agentById(ringing.agentId), {
    contactId: ringing.contactId,
    channel: 'call',
    text: story.text,
    place: story.place,
    ...(story.path === 'received' ? {} : { matterCode: story.matter }),
    ...Object.fromEntries(Object.entries(storeArea(services, story)).filter(([, id]) => id !== null)),
  })
  return ticket.id
}

/** The follow-up desk rings a citizen from a desk of its own, who answers and talks, or is not there. */
export const ringFollowUp = async (
  { services, clock, random }: Stage,
  caller: StaffActor,
  followUpId: string,
  answers: boolean,
) => {
  const { calls, outbox, db } = services
  const seconds = (low: number, high: number) => clock.advance(random.between(low, high) * 1000)
  await calls.setPresence(caller, 'break')
  const { id, room } = await calls.dial(caller, { followUpId })
  await outbox.runDue()
  const { call, callOffer } = db.t
  const [offer] = await db.q.select().from(callOffer).where(eq(callOffer.callId, id))
  if (!offer) throw new Error('nobody is rung at the desk of the sample city')
  const roomRef = reference('CF')
  let sequence = 0
  const inRoom = () => ({ key: `${roomRef}:${++sequence}`, at: clock.now(), room, roomRef })
  await calls.takeNews({
    ...inRoom(),
    kind: 'joined',
    leg: offer.legRef ?? reference('CA'),
    label: agentLabel(offer.id),
  })
  await outbox.runDue()
  seconds(5, 25)
  const [placed] = await db.q.select({ leg: call.carrierRef }).from(call).where(eq(call.id, id))
  const leg = placed?.leg ?? ''
  if (answers) {
    await calls.takeNews({ ...inRoom(), kind: 'joined', leg, label: citizenLabel })
    await calls.takeNews({ ...inRoom(), kind: 'roomStarted' })
    seconds(40, 150)
  }
  await calls.takeNews({ ...hungUp(leg, clock.now()), ...(answers ? {} : { status: 'unanswered' as const }) })
  await outbox.runDue()
  if (answers) {
    seconds(5, 30)
    await calls.finish(caller, id, { outcome: 'answered', next: 'break' })
  }
  await calls.setPresence(caller, 'offline')
}

/** A call that its caller gives up in the queue: it goes on the call-back list. */
export const loseCall = async ({ services, clock, random }: Stage, phone: string, line: string) => {
  const { calls } = services
  const sid = reference('CA')
  await calls.answer({ kind: 'incoming', call: sid, from: phone, to: numberOf(services, line) })
  await calls.answer({ kind: 'waits', call: sid })
  clock.advance(random.between(12, 18) * 1000)
  await calls.answer({ kind: 'waitEnded', call: sid, how: 'hungUp' })
  await calls.takeNews(hungUp(sid, clock.now()))
  await services.outbox.runDue()
}
