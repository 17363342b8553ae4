import type { Tx } from '../../../db/db.ts'
import { citizenActor } from '../../citizens/citizen-actor.ts'
import type { Line } from '../../directory/directory.ts'
import { record } from '../../audit/record.ts'
import { openContact } from '../../contacts/open-contact.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { deskNote } from '../../notices/desk-note.ts'
import { givenPhone } from '../../platform/phone.rules.ts'
import { Problem } from '../../platform/problem.ts'
import { adviceAlone } from '../../notices/advice-alone.ts'
import type { Notice } from '../../notices/notices.table.ts'
import { claimIn } from '../../telephony/inbox/claim.ts'
import { attachmentsOf, fetchNotes } from '../media/fetch-attachment.ts'
import { expiryOf } from '../dialogue/ask.ts'
import { putQuestion, removeQuestion, type OpenQuestion } from '../dialogue/dialogue.store.ts'
import { newestToCitizen } from '../machines/answers.store.ts'
import { answerText } from './answer-text.ts'
import { answerLocale, readBesideOurs, readText } from './reading.rules.ts'
import type { IncomingText } from '../../telephony/text-events.types.ts'
import type { ReadText, Situation } from './intake.types.ts'
import { insertAttachments } from '../media/attachments.store.ts'
import { insertMessages } from '../messages.store.ts'
import type { MessagesDeps, NewMessage } from '../messages.types.ts'
import { hasOptedOut } from '../sending/opt-out.store.ts'
import { citizenKey, isE164 } from '../sending/sender.rules.ts'
import { keepStray } from '../strays/strays.ts'
import { settleQuestionIn } from '../dialogue/settle-question.ts'
import { loadSituation } from './situation.ts'
import { messageNote, outgoing, sendNote } from '../sending/text-citizen.ts'
import type { Outcome, TextIntake } from './text-intake.types.ts'

/** Tries at one text: two acts on one ticket may collide once or twice. */
const tries = 3

/**
 * Takes in one text, in one transaction: claimed once by message id and delivery token, filed under its sender, decided, carried out,
 * answered by a promised text. A repeat changes nothing. A text that cannot be carried out (two people changed the ticket again and
 * again, the catalogue changed under it) is kept as an open contact for a person, one to a number that is no line for an administrator: no
 * text is lost.
 */
export const receiveText = (deps: MessagesDeps) => {
  const claim = claimIn(deps)
  const answerTo = answerText(deps)
  const isLine = (number: string) => deps.directory.lineByNumber(number) !== undefined

  /** A text in the sender's own words that tells of a danger only together with what they wrote just before is read so. */
  const withLately = async (tx: Tx, citizenId: string, reading: ReadText): Promise<ReadText> => {
    if (reading.machine !== null || reading.proposal === null || reading.proposal.danger !== null) return reading
    const piece = { citizenId, channel: 'sms', text: reading.ownWords, at: deps.clock.now() } as const
    const heard = await deps.contacts.hearWithLately(tx, piece)
    return heard === null ? reading : { ...reading, ownWords: heard.text, proposal: heard.proposal }
  }

  const openIntake = async (
    tx: Tx,
    incoming: IncomingText,
    read: ReadText,
    line: Line,
    receivedAt: Date,
    keepOnly: boolean,
  ): Promise<{ intake: TextIntake; question: OpenQuestion | null } | null> => {
    if (!(await claim(tx, [incoming.ref, incoming.deliveryToken], 'messages.incoming'))) return null
    const citizen = await deps.findOrCreateCitizenIn(
      tx,
      citizenKey(incoming.from, incoming.ref),
      answerLocale(read, null),
    )
    const isNew = citizen.created === true
    const reading = isNew
      ? read
      : await withLately(
          tx,
          citizen.id,
          readBesideOurs(deps.triage, incoming, read, {
            ours: await newestToCitizen(tx, citizen.id),
            isLine: isLine(incoming.from),
          }),
        )
    const locale = answerLocale(reading, citizen.locale)
    const actor = citizenActor(citizen)
    const now = deps.clock.now()
    const loaded =
      keepOnly || isNew ? { situation: nothing(now), question: null } : await loadSituation(deps)(tx, citizen, reading)
    return {
      intake: {
        tx,
        now,
        receivedAt,
        incoming,
        reading,
        line,
        citizen,
        actor,
        locale,
        say: (notice) => deps.notices.render(notice, locale),
        situation: loaded.situation,
        contactId: deps.ids.next('contact'),
        messageId: deps.ids.next('message'),
      },
      question: loaded.question,
    }
  }

  const receiveIn = async (
    tx: Tx,
    incoming: IncomingText,
    reading: ReadText,
    line: Line,
    receivedAt: Date,
    keepOnly: boolean,
  ) => {
    const opened = await openIntake(tx, incoming, reading, line, receivedAt, keepOnly)
    if (!opened) return
    const { intake } = opened
    let { question } = opened
    if (question && question.expiresAt <= intake.now) {
      await settleQuestionIn(deps)(tx, question, 'ask.expired')
      const again = await loadSituation(deps)(tx, intake.citizen, intake.reading)
      intake.situation = again.situation
      question = null
    }
    const outcome = await answerTo(intake, keepOnly)
    await moveQuestion(intake, question, outcome)
    await write(intake, outcome)
  }

  /** Puts, replaces or removes the open question. A text that waits in a question which gives way is filed first. */
  const moveQuestion = async (
    { tx, now, citizen, contactId }: TextIntake,
    before: OpenQuestion | null,
    outcome: Outcome,
  ) => {
    if (outcome.question === undefined) return
    if (outcome.question === null) {
      if (before) await removeQuestion(tx, before)
      return
    }
    const waiting = before && 'waitingText' in before.question ? before.question.waitingText : null
    const next = 'waitingText' in outcome.question ? outcome.question.waitingText : null
    const carried =
      waiting === null || waiting.contactIds.every((id) => next?.contactIds.includes(id) === true || id === contactId)
    if (before && !carried) await settleQuestionIn(deps)(tx, before, 'ask.filed')
    await putQuestion(tx, { citizenId: citizen.id, question: outcome.question, askedAt: now, expiresAt: expiryOf(now) })
  }

  /** Whoever refused texts is told what to do in a danger all the same, and not a word more. */
  const repliesTo = async ({ tx, incoming }: TextIntake, { replies }: Outcome): Promise<Notice[]> => {
    const advice = replies.flatMap((one) => adviceAlone(one) ?? [])
    return advice.length > 0 && (await hasOptedOut(tx, incoming.from)) ? advice : replies
  }

  const write = async (intake: TextIntake, outcome: Outcome) => {
    const { tx, now, incoming, reading, line, citizen, contactId, messageId, locale } = intake
    const { ticketId } = outcome
    if (outcome.contact !== 'reported')
      await openContact(tx, {
        id: contactId,
        channel: 'sms',
        citizenId: citizen.id,
        lineId: line.id,
        messageId,
        ticketId,
        state: outcome.contact,
        text: reading.text,
        startedAt: now,
        endedAt: now,
        danger: outcome.danger ?? null,
      })
    const replies = await repliesTo(intake, outcome)
    const answer = deps.notices.answer(tx, { citizenId: citizen.id, locale }, replies)
    const reply =
      answer === null || !isE164(incoming.from)
        ? null
        : outgoing(deps, {
            fromNumber: incoming.to,
            toNumber: incoming.from,
            citizenId: citizen.id,
            contactId,
            ticketId,
            ...answer,
          })
    const received: NewMessage = {
      id: messageId,
      carrierRef: incoming.ref,
      direction: 'in',
      fromNumber: incoming.from,
      toNumber: incoming.to,
      citizenId: citizen.id,
      contactId,
      ticketId,
      body: reading.text,
      purpose: 'citizenText',
      machine: reading.machine,
      status: 'received',
      statusRank: 0,
      createdAt: now,
      updatedAt: now,
    }
    await insertMessages(tx, reply ? [received, reply] : [received])
    const attachments = attachmentsOf(deps, intake, outcome.filesTo ?? ticketId)
    await insertAttachments(tx, attachments)
    await record(tx, deps, intake.actor, {
      audit: outcome.audit ?? [],
      outbox: [...(reply ? [sendNote(reply.id)] : []), ...fetchNotes(attachments)],
      live: [
        ...(outcome.live ?? []),
        messageNote('received', received),
        ...(outcome.contact === 'open' ? [deskNote(deskNotices.text, citizen.id, { citizenId: citizen.id })] : []),
      ],
    })
  }

  return async (given: IncomingText): Promise<void> => {
    const receivedAt = deps.clock.now()
    const incoming = { ...given, from: givenPhone(given.from) ?? given.from }
    const line = deps.directory.lineByNumber(incoming.to)
    if (!line) return keepStray(deps)(incoming)
    const reading = readText(deps.triage, incoming, isLine(incoming.from))
    for (let attempt = 1; ; attempt++) {
      try {
        return await deps.db.tx((tx) => receiveIn(tx, incoming, reading, line, receivedAt, attempt > tries))
      } catch (error) {
        if (attempt > tries) throw error
        // Only a collision is worth the same try again; whatever else went wrong would go wrong again.
        if (!(error instanceof Problem && error.code.endsWith('.conflict'))) attempt = tries
        deps.log.warn({ err: error, messageRef: incoming.ref, attempt }, 'text could not be carried out')
      }
    }
  }
}

/** Nothing is known of a citizen who was just made. */
const nothing = (now: Date): Situation => ({
  open: [],
  named: null,
  question: null,
  followUpOpen: false,
  stopped: false,
  surveyNewer: false,
  now,
})
