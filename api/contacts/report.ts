import { citizenActor } from '../citizens/citizen-actor.ts'
import type { Citizens } from '../citizens/citizens.ts'
import type { Db } from '../../db/db.ts'
import type { Tickets } from '../tickets/tickets.ts'
import { systemActor } from '../vocabulary/actor.ts'
import { countFiles } from '../vocabulary/file.ts'
import type { Channel } from '../vocabulary/contact.ts'
import type { TextLocale } from '../vocabulary/locale.ts'
import type { Proposal } from '../triage/triage.types.ts'
import { openContact } from './open-contact.ts'
import { hearWithLately } from './said-lately.ts'
import { takeReportIn, type TakeReportDeps, type TakenReport } from './take-report.ts'

export interface ReportDeps extends TakeReportDeps {
  db: Db
  citizens: Pick<Citizens, 'findOrCreateCitizenIn'>
  tickets: TakeReportDeps['tickets'] & Pick<Tickets, 'lookAlikes' | 'claimFilesIn' | 'fileTypesIn'>
}

/** All that a channel brings. */
export interface Report {
  channel: Channel
  /** Known by a number that the channel vouches for, E.164. */
  sender: { phone: string; locale: TextLocale }
  /** The line it was meant for, where the channel knows of lines. */
  lineId?: string
  text: string
  /** Files that the sender uploaded before. */
  attachmentIds?: readonly string[]
  /** When it was said; now, where the channel does not know better. */
  at?: Date
}

/** What a channel shows, or sends, in answer. */
export interface ReportAnswer {
  contactId: string
  /** Null where nothing was told: the contact waits for a person. */
  ticketId: string | null
  ticketNumber: string | null
  danger: Proposal['danger']
  /** Whoever sent it may have told of it before; of others' requests a citizen learns how many there are, and no more. */
  lookAlikes: { own: { ticketId: string; number: string; title: string }[]; others: number }
  /** The words, in the sender's language; in a danger first what to do and whom to call. */
  receipt: string
}

const actor = systemActor('intake')
const nobody: ReportAnswer['lookAlikes'] = { own: [], others: 0 }

/**
 * Takes in what somebody reports by a channel, in a transaction of its own: the channel brings words, a sender and attachments, and gets back
 * what to answer. Throws `citizen.phone-invalid`, `attachment.missing`, and what opening a ticket throws.
 */
export const takeReport = (deps: ReportDeps) => {
  const takeIn = takeReportIn(deps)
  const withLately = hearWithLately(deps)

  const store = (report: Report, proposal: Proposal) => {
    const { channel, sender, text, attachmentIds = [] } = report
    const lineId = report.lineId ?? null
    const at = report.at ?? deps.clock.now()
    return deps.db.tx(async (tx): Promise<{ citizenId: string; taken: TakenReport | { contactId: string } }> => {
      const row = await deps.citizens.findOrCreateCitizenIn(tx, sender.phone, sender.locale)
      const citizen = citizenActor(row)
      if (text === '' && attachmentIds.length === 0) {
        const contactId = deps.ids.next('contact')
        await openContact(tx, {
          id: contactId,
          channel,
          citizenId: row.id,
          lineId,
          state: 'open',
          text,
          startedAt: at,
          endedAt: at,
        })
        return { citizenId: row.id, taken: { contactId } }
      }
      const heard =
        text === '' || proposal.danger ? null : await withLately(tx, { citizenId: row.id, channel, text, at })
      const taken = await takeIn(tx, {
        channel,
        citizen,
        lineId,
        locale: sender.locale,
        text: heard?.text ?? text,
        asWritten: text,
        files: countFiles(await deps.tickets.fileTypesIn(tx, attachmentIds)),
        at,
        ...(text === '' ? {} : { proposal: heard?.proposal ?? proposal }),
      })
      await deps.tickets.claimFilesIn(tx, citizen, taken.ticketId, attachmentIds)
      return { citizenId: row.id, taken }
    })
  }

  /** What helps the citizen must not undo what is stored. */
  const alike = async (text: string, proposal: Proposal, citizenId: string, exceptId: string) => {
    try {
      const found = await deps.tickets.lookAlikes(actor, {
        text,
        matterCode: proposal.matters[0]?.code ?? null,
        streetId: proposal.place?.streetId ?? null,
        districtId: proposal.place?.districtId ?? null,
        citizenId,
        exceptId,
      })
      const own = found.filter(({ sameCitizen }) => sameCitizen)
      return {
        own: own.map(({ ticket: { id, number, title } }) => ({ ticketId: id, number, title })),
        others: found.length - own.length,
      }
    } catch (error) {
      deps.log.warn({ err: error }, 'look-alikes of a report')
      return nobody
    }
  }

  return async (given: Report): Promise<ReportAnswer> => {
    const report = { ...given, text: given.text.replaceAll('\0', '').trim() }
    const proposal = deps.triage.propose(report.text)
    const { citizenId, taken } = await store(report, proposal)
    const { locale } = report.sender
    if (!('ticketId' in taken)) {
      const receipt = deps.notices.render({ name: 'text.kept' }, locale)
      return { ...taken, ticketId: null, ticketNumber: null, danger: null, lookAlikes: nobody, receipt }
    }
    const { contactId, ticketId, ticketNumber, danger } = taken
    return {
      contactId,
      ticketId,
      ticketNumber,
      danger,
      lookAlikes: await alike(report.text, proposal, citizenId, ticketId),
      receipt: deps.notices.render(taken.receipt, locale),
    }
  }
}
