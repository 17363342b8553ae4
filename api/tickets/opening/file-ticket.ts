import { ticketProblem } from '../tickets.errors.ts'
import { z } from 'zod'
import type { Tx } from '../../../db/db.ts'
import { demand } from '../../vocabulary/permissions.ts'
import type { Actor, StaffActor } from '../../vocabulary/actor.ts'
import { kinds, urgencies } from '../../vocabulary/catalogue.ts'
import { idPattern } from '../../platform/ids.ts'
import { dangers } from '../../triage/triage.types.ts'
import type { Act, TellCitizen } from '../life/act.ts'
import { deleteContactDraft, deleteDraft } from '../../contacts/drafts.store.ts'
import { contactForFiling, knowsCitizen, linkMessages } from './filing.store.ts'
import type { OpenTicketIn } from './new-ticket.types.ts'
import type { TicketDirectory } from '../ticket-directory.types.ts'
import { LongText, Remark, UnitId } from '../life/ticket.input.ts'
import { words } from '../../platform/words.ts'
import { channels } from '../../vocabulary/ticket.ts'
import type { Ticket } from '../tickets.store.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { Triage } from '../../triage/triage.types.ts'

/** The intake form as an agent files it. */
export const FileTicket = z
  .strictObject({
    draftId: z.string().regex(idPattern('draft')).optional(),
    contactId: z.string().regex(idPattern('contact')).optional(),
    citizenId: z.string().regex(idPattern('citizen')).optional(),
    channel: z.enum(channels),
    lineId: z.string().regex(idPattern('line')).optional(),
    text: LongText,
    title: words(120).optional(),
    kind: z.enum(kinds).optional(),
    matterCode: z.string().max(100).optional(),
    urgency: z.enum(urgencies).optional(),
    danger: z.enum(dangers).optional(),
    place: words(300).optional(),
    districtId: UnitId.optional(),
    streetId: UnitId.optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    confidential: z.boolean().optional(),
    replyWanted: z.boolean().optional(),
    respondentUnitId: UnitId.optional(),
    /** Answered while the citizen was there (直接答复): the ticket closes with it. */
    answer: LongText.optional(),
    note: Remark.optional(),
  })
  .refine((form) => form.contactId !== undefined || form.citizenId !== undefined, {
    path: ['citizenId'],
    message: 'contactId or citizenId is required',
  })
export type FileTicket = z.output<typeof FileTicket>

/** Ties a contact to the ticket it became, in the filing's own transaction; the calls feature ends the write-up with it. */
export type ContactFiledIn = (tx: Tx, actor: Actor, filed: { contactId: string; ticketId: string }) => Promise<void>

interface FileDeps extends Pick<WriteDeps, 'db' | 'clock'> {
  directory: Pick<TicketDirectory, 'lineById'>
  openTicketIn: OpenTicketIn
  act: Act
  tellCitizen: TellCitizen
  contactFiledIn: ContactFiledIn
  /** Taken first, so that a hang-up at the same moment waits instead of meeting this transaction head-on; given by the calls feature. */
  lockContactIn(tx: Tx, contactId: string): Promise<void>
  triage: Pick<Triage, 'propose'>
}

/**
 * Files what an agent took down: opens and accepts the ticket and, with a matter, hands it to the dispatchers, or answers it on the
 * spot; ties contact and call to it and throws the draft away. Needs `ticket.file`.
 * Throws `auth.forbidden`, `ticket.contact-unknown`, `ticket.contact-filed`, `ticket.line-unknown`, `draft.not-found` (filed before, or
 * thrown away) and what opening throws.
 */
export const fileTicket =
  (deps: FileDeps) =>
  async (actor: StaffActor, form: FileTicket): Promise<Ticket> => {
    demand(actor, 'ticket.file')
    if (form.lineId !== undefined && !deps.directory.lineById(form.lineId)) throw ticketProblem('ticket.line-unknown')
    const proposal = deps.triage.propose(form.text)
    return deps.db.tx(async (tx) => {
      if (form.contactId !== undefined) await deps.lockContactIn(tx, form.contactId)
      const contact = form.contactId === undefined ? undefined : await contactForFiling(tx, form.contactId)
      if (form.contactId !== undefined && !contact) throw ticketProblem('ticket.contact-unknown')
      if (contact?.ticketId) throw ticketProblem('ticket.contact-filed', undefined, { ticketId: contact.ticketId })
      const hadDraft = form.draftId !== undefined && (await deleteDraft(tx, form.draftId, actor.id))
      // A contact is filed once; without one the draft says whether this form was filed before.
      if (form.draftId !== undefined && !hadDraft && !contact) throw ticketProblem('draft.not-found')
      const citizenId = contact?.citizenId ?? form.citizenId
      if (citizenId === undefined || !(await knowsCitizen(tx, citizenId))) throw ticketProblem('ticket.contact-unknown')
      const ticket = await deps.openTicketIn(tx, actor, {
        channel: form.channel,
        lineId: form.lineId ?? contact?.lineId ?? null,
        citizenId,
        contactId: contact?.id ?? null,
        text: form.text,
        kind: form.kind ?? null,
        matterCode: form.matterCode ?? null,
        place: form.place ?? null,
        districtId: form.districtId ?? null,
        streetId: form.streetId ?? null,
        lat: form.lat ?? null,
        lon: form.lon ?? null,
        respondentUnitId: form.respondentUnitId ?? null,
        danger: form.danger ?? proposal.danger?.kind ?? null,
        proposal,
        confidential: form.confidential ?? false,
        replyWanted: form.replyWanted ?? true,
        decidedBy: form.matterCode === undefined ? null : 'person',
        accept: true,
        ...(form.title === undefined ? {} : { title: form.title }),
        ...(form.urgency === undefined ? {} : { urgency: form.urgency }),
      })
      if (contact) {
        await linkMessages(tx, contact.id, ticket.id)
        await deps.contactFiledIn(tx, actor, { contactId: contact.id, ticketId: ticket.id })
        await deleteContactDraft(tx, contact.id)
      }
      if (form.note !== undefined)
        await deps.act.actIn(tx, actor, { ticketId: ticket.id, action: 'note', input: { text: form.note } })
      if (form.answer !== undefined) {
        return deps.act.actIn(tx, actor, {
          ticketId: ticket.id,
          action: 'answerDirectly',
          input: { text: form.answer },
        })
      }
      if (ticket.replyWanted) {
        const key = `ticket:${ticket.id}:received`
        await deps.tellCitizen(tx, actor, {
          citizenId,
          ticketId: ticket.id,
          template: 'ticket.received',
          params: { number: ticket.number },
          key,
        })
      }
      return ticket
    })
  }
