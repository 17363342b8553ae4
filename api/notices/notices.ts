import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import type { TextLocale } from '../vocabulary/locale.ts'
import type { MessagePurpose } from '../vocabulary/message.ts'
import { rowOf, type Notice, type NoticeName, type NoticeToSend } from './notices.table.ts'
import { render, withNumber } from './render.ts'

/** To whom a notice goes, and about which ticket of theirs. */
export interface Recipient {
  citizenId: string
  ticket: { id: string; number: string; replyWanted: boolean } | null
}

/**
 * Promises a text to a citizen, within the verb's transaction; given by messages. `write` is asked for the words in the citizen's
 * language. Equal keys write once; nothing goes to a number that takes no texts or that opted out.
 */
export type TextCitizen = (
  tx: Tx,
  actor: Actor,
  text: {
    citizenId: string
    ticketId: string | null
    purpose: MessagePurpose
    /** Which notice it is. */
    notice: NoticeName
    key: string
    write(locale: TextLocale): string
  },
) => Promise<void>

export interface NoticesDeps {
  textCitizen: TextCitizen
  /** The city's, in which days are named. */
  timeZone: string
}

/** One citizen's notice of one ticket, whoever says it. */
const sayingOf = (name: NoticeName, citizenId: string, number: string | undefined) =>
  `${name} ${citizenId} ${number ?? ''}`

/** Decides which text a citizen gets, and in which words; see the table. */
export const createNotices = ({ textCitizen, timeZone }: NoticesDeps) => {
  /** What was sent in a transaction, so that a conversation in it does not say the same once more. */
  const sent = new WeakMap<Tx, Set<string>>()
  const noteSent = (tx: Tx, saying: string) => sent.set(tx, (sent.get(tx) ?? new Set()).add(saying))

  return {
    /** Sends a notice, where its condition holds. The number in it is that of the recipient's own ticket. */
    tell: async (
      tx: Tx,
      actor: Actor,
      {
        notice,
        to,
        key,
        answers = false,
      }: {
        notice: NoticeToSend
        to: Recipient
        key: string
        /** It answers a text, and counts as an answer. */
        answers?: boolean
      },
    ): Promise<void> => {
      const row = rowOf(notice.name)
      if (!row.when.holds({ replyWanted: to.ticket?.replyWanted ?? true })) return
      noteSent(tx, sayingOf(notice.name, to.citizenId, to.ticket?.number))
      const full = withNumber(notice, to.ticket?.number)
      await textCitizen(tx, actor, {
        citizenId: to.citizenId,
        ticketId: to.ticket?.id ?? null,
        purpose: answers ? 'reply' : row.purpose === 'followUp' ? 'followUp' : 'notice',
        notice: notice.name,
        key,
        write: (locale) => render(full, { locale, timeZone }),
      })
    },

    /** The words of one notice, for a text that holds them. */
    render: (notice: Notice, locale: TextLocale) => render(notice, { locale, timeZone }),

    /**
     * What a conversation answers within its transaction: its notices, one a line, but for those that were sent to the citizen in it.
     * Null when nothing is left to say.
     */
    answer: (
      tx: Tx,
      { citizenId, locale }: { citizenId: string; locale: TextLocale },
      replies: readonly Notice[],
    ): { body: string; purpose: MessagePurpose } | null => {
      const left = replies.filter((one) => !sent.get(tx)?.has(sayingOf(one.name, citizenId, numberOf(one))))
      const body = left.map((one) => render(one, { locale, timeZone })).join('\n')
      const purposes = left.map(({ name }) => rowOf(name).purpose)
      return body === '' ? null : { body, purpose: purposes.find((purpose) => purpose !== 'notice') ?? 'reply' }
    },
  }
}
export type Notices = ReturnType<typeof createNotices>

const numberOf = ({ params }: Notice): string | undefined =>
  params !== undefined && 'number' in params ? params.number : undefined
