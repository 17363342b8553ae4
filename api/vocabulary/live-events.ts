import { z } from 'zod'
import {
  callDirections,
  callEvents,
  callStates,
  callbackReasons,
  callbackStates,
  presenceEvents,
  presenceStates,
  recordingStates,
  speakers,
} from './call.ts'
import { roles } from './directory.ts'
import { followUpDecisions, followUpStates } from './follow-up.ts'
import { ofAlerts } from './live-alerts.ts'
import { event, facts } from './live-event.ts'
import { attachmentStates } from './message.ts'
import { ticketActions, ticketStates } from './ticket.ts'

/** Whom an event is a notice to, among all those whose lists it refreshes: roles of the hotline, and units that have the ticket. */
const NoticeTo = facts({ roles: z.array(z.enum(roles)), unitIds: z.array(z.string()) })
export type NoticeTo = z.output<typeof NoticeTo>

/** Where a ticket stands after it. */
const ticketNow = { number: z.string(), state: z.enum(ticketStates), version: z.int() }

const ofTickets = z
  .discriminatedUnion('type', [
    event({
      topic: 'ticket',
      types: ['created', ...ticketActions],
      on: 'a ticket was opened, or an act was done on it',
      id: 'ticket',
      tells: facts({ ...ticketNow, notice: NoticeTo }),
    }),
    event({
      topic: 'ticket',
      types: ['leaving', 'takenBack', 'notSent'],
      on: 'it was decided to send it to a unit, and it leaves in a moment; that was taken back; or it could not leave',
      id: 'ticket',
      tells: facts(ticketNow),
    }),
    event({
      topic: 'ticket',
      types: ['recounted'],
      on: 'its provisional limit was counted again, for the calendar of its year is known by now',
      id: 'ticket',
      tells: facts(ticketNow),
    }),
  ])
  .meta({ id: 'TicketEvent' })

/** Where a call stands after it. */
const callNow = { state: z.enum(callStates), lineId: z.string().nullable(), agentId: z.string().nullable() }
const callMoved = ['arrive', ...callEvents, 'missed', 'declined', 'withdrawn', 'leftAlone', 'transferred'] as const
/** What a call's coming, its moves and an agent's loss of it are called. */
export type CallMoved = (typeof callMoved)[number]

const ofCalls = z
  .discriminatedUnion('type', [
    event({
      topic: 'call',
      types: callMoved,
      on: 'a call came or moved; or an agent lost it: missed or declined by them, withdrawn by the caller, left alone by a lost leg, transferred',
      id: 'call',
      tells: facts(callNow),
    }),
    event({
      topic: 'call',
      types: ['offered'],
      on: 'it rings at an agent',
      id: 'call',
      tells: facts({
        ...callNow,
        offerId: z.string(),
        expiresAt: z.iso.datetime(),
        direction: z.enum(callDirections),
      }),
    }),
    event({
      topic: 'call',
      types: ['muted', 'unmuted'],
      on: 'the carrier mutes the agent, or no longer',
      id: 'call',
      tells: facts({ ...callNow, muted: z.boolean() }),
    }),
    event({
      topic: 'call',
      types: ['turn'],
      on: 'a line of what is spoken is finished',
      id: 'call',
      tells: facts({
        ...callNow,
        turnId: z.string(),
        speaker: z.enum(speakers),
        text: z.string(),
        at: z.iso.datetime(),
      }),
    }),
    event({
      topic: 'call',
      types: ['transcriptFailed'],
      on: "the carrier does not write down what is said; `code`: the carrier's own",
      id: 'call',
      tells: facts({ ...callNow, code: z.string() }),
    }),
    event({
      topic: 'call',
      types: ['recording'],
      on: 'the carrier says how far a recording is',
      id: 'call',
      tells: facts({ recordingId: z.string(), state: z.enum(recordingStates) }),
    }),
    event({
      topic: 'call',
      types: ['recordingStored'],
      on: "a recording is in the city's own keeping",
      id: 'call',
      tells: facts({ recordingId: z.string() }),
    }),
  ])
  .meta({ id: 'CallEvent' })

const ofQueues = z
  .discriminatedUnion('type', [
    event({
      topic: 'queue',
      types: ['changed'],
      on: 'somebody waits on a line, or no longer does',
      id: 'line, or `none`',
      tells: facts({ lineId: z.string().nullable() }),
    }),
  ])
  .meta({ id: 'QueueEvent' })

const ofPresence = z
  .discriminatedUnion('type', [
    event({
      topic: 'presence',
      types: presenceEvents,
      on: 'an agent does something else now; `callId`: the call that occupies them',
      id: 'account of the agent',
      tells: facts({ state: z.enum(presenceStates), since: z.iso.datetime(), callId: z.string().nullable() }),
    }),
  ])
  .meta({ id: 'PresenceEvent' })

const ofCallbacks = z
  .discriminatedUnion('type', [
    event({
      topic: 'callback',
      types: ['created'],
      on: 'somebody is to be rung back',
      id: 'call-back',
      tells: facts({ reason: z.enum(callbackReasons), lineId: z.string().nullable() }),
    }),
    event({
      topic: 'callback',
      types: ['claim', 'release', 'complete'],
      on: 'an agent took it, gave it back, or ended it',
      id: 'call-back',
      tells: facts({ state: z.enum(callbackStates) }),
    }),
  ])
  .meta({ id: 'CallbackEvent' })

const ofMessages = z
  .discriminatedUnion('type', [
    event({
      topic: 'message',
      types: ['received', 'sent', 'status'],
      on: 'a text came, was promised, or is known to have gone further',
      id: 'citizen',
      tells: facts({ messageId: z.string(), citizenId: z.string(), ticketId: z.string().nullable() }),
    }),
    event({
      topic: 'message',
      types: ['settled'],
      on: 'what a citizen wrote needs no written answer',
      id: 'citizen',
      tells: facts({ citizenId: z.string() }),
    }),
    event({
      topic: 'message',
      types: ['attachment'],
      on: 'a picture was fetched from the carrier, or not taken',
      id: 'text, or the file itself where it belongs to none',
      tells: facts({ attachmentId: z.string(), ticketId: z.string().nullable(), state: z.enum(attachmentStates) }),
    }),
  ])
  .meta({ id: 'MessageEvent' })

const ofFollowUps = z
  .discriminatedUnion('type', [
    event({
      topic: 'followUp',
      types: ['started'],
      on: 'a citizen is asked, or is to be; a result without a call was looked at',
      id: 'follow-up',
      tells: facts({ ticketId: z.string(), state: z.enum(followUpStates) }),
    }),
    event({
      topic: 'followUp',
      types: ['claimed'],
      on: 'somebody took it from the call list, or (null) gave it back',
      id: 'follow-up',
      tells: facts({ claimedBy: z.string().nullable() }),
    }),
    event({
      topic: 'followUp',
      types: ['attempted'],
      on: 'a call to ask got no answers',
      id: 'follow-up',
      tells: facts({ attempts: z.int() }),
    }),
    event({
      topic: 'followUp',
      types: ['decided'],
      on: 'it is settled what follows from dissatisfaction: by a supervisor, or by the days that have passed',
      id: 'follow-up',
      tells: facts({ ticketId: z.string(), decision: z.enum(followUpDecisions) }),
    }),
    event({
      topic: 'followUp',
      types: ['answered', 'noReply', 'unreachable', 'dissatisfied'],
      on: 'the asking is over; dissatisfied: a supervisor must decide what follows',
      id: 'follow-up',
      tells: facts({
        ticketId: z.string(),
        grade: z.int().nullable(),
        decision: z.enum(followUpDecisions).nullable(),
      }),
    }),
  ])
  .meta({ id: 'FollowUpEvent' })

/** Of the directory, which every server holds in memory: they read again what is named here. */
const ofStaff = z
  .discriminatedUnion('type', [
    event({
      topic: 'staff',
      types: ['created', 'changed'],
      on: 'somebody was added to the staff, or their name, roles, unit or account changed',
      id: 'account',
      tells: facts({}),
    }),
    event({
      topic: 'staff',
      types: ['signedOut'],
      on: 'one session of an account, or several, were ended before their time',
      id: 'account',
      tells: facts({}),
    }),
  ])
  .meta({ id: 'StaffEvent' })

const ofUnits = z
  .discriminatedUnion('type', [
    event({ topic: 'unit', types: ['created'], on: 'a unit was added', id: 'unit', tells: facts({}) }),
  ])
  .meta({ id: 'UnitEvent' })

const ofLines = z
  .discriminatedUnion('type', [
    event({ topic: 'line', types: ['created'], on: 'a published number was added', id: 'line', tells: facts({}) }),
  ])
  .meta({ id: 'LineEvent' })

const ofMatters = z
  .discriminatedUnion('type', [
    event({
      topic: 'matter',
      types: ['created'],
      on: 'a matter of the catalogue was added or given a new version',
      id: 'matter',
      tells: facts({}),
    }),
  ])
  .meta({ id: 'MatterEvent' })

const ofLimits = z
  .discriminatedUnion('type', [
    event({ topic: 'limit', types: ['created'], on: 'a limit was added', id: 'limit', tells: facts({}) }),
  ])
  .meta({ id: 'LimitEvent' })

/**
 * Every live event there is, as it is sent. A verb can record no other (`LiveNote` in `audit/record.ts`), the API's document describes
 * the stream from this, and the console's `listen(topic, …)` gives them typed. The console takes the types only: no schema is loaded.
 */
export const LiveEvent = z
  .discriminatedUnion('topic', [
    ofTickets,
    ofCalls,
    ofQueues,
    ofPresence,
    ofCallbacks,
    ofMessages,
    ofFollowUps,
    ofStaff,
    ofUnits,
    ofLines,
    ofMatters,
    ofLimits,
    ofAlerts,
  ])
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.output<typeof LiveEvent>

/** What events are about; the console's query keys begin with it. */
export type LiveTopic = LiveEvent['topic']

/** The events of one topic. */
export type LiveEventOf<Topic extends LiveTopic> = Extract<LiveEvent, { topic: Topic }>

type Fact<Event> = Event extends LiveEvent ? Pick<Event, 'type' | 'payload'> : never
/** What an event of a topic tells: its type and what belongs to that. */
export type LiveFact<Topic extends LiveTopic> = Fact<LiveEventOf<Topic>>
