import { z } from 'zod'
import type { Notices } from '../notices/notices.ts'
import type { Act } from '../tickets/life/act.ts'
import { LongText, Remark, UnitId } from '../tickets/life/ticket.input.ts'
import type { Ticket } from '../tickets/tickets.ts'
import type { OpenTicketIn } from '../tickets/opening/new-ticket.types.ts'
import type { Triage } from '../triage/triage.types.ts'
import { dangers } from '../vocabulary/danger.ts'
import type { DeskNotices } from '../desk-notices/desk-notices.ts'
import type { Citizens } from '../citizens/citizens.ts'
import type { DirectoryReads } from '../directory/directory.cache.ts'
import type { Db } from '../../db/db.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { idPattern } from '../platform/ids.ts'
import { words } from '../platform/words.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { kinds, urgencies } from '../vocabulary/catalogue.ts'
import { channels } from '../vocabulary/contact.ts'
import { demand } from '../platform/demand.ts'
import { contactProblem } from './contacts.errors.ts'
import { dropContactDraft, dropDraft } from './drafts.ts'
import type { Filing } from './file-contact.ts'
import { openFurther } from './open-further.ts'
import { readContact } from './read-contacts.ts'

/** The intake form as an agent files it. */
export const FileTicket = z
  .strictObject({
    draftId: z.string().regex(idPattern('draft')).optional(),
    contactId: z.string().regex(idPattern('contact')).optional(),
    citizenId: z.string().regex(idPattern('citizen')).optional(),
    /** A further request (再登记一件) of somebody who was filed for already: their contact. The form's draft says that it is filed once. */
    furtherOf: z.string().regex(idPattern('contact')).optional(),
    /** How they wish to be called, written over the name that is known; empty clears it, left out it stays. */
    citizenName: words(60, 0).optional(),
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
  .refine((form) => [form.contactId, form.citizenId, form.furtherOf].some((id) => id !== undefined), {
    path: ['citizenId'],
    message: 'contactId or citizenId is required',
  })
  .refine((form) => form.furtherOf === undefined || (form.draftId !== undefined && form.contactId === undefined), {
    path: ['furtherOf'],
    message: 'a further request comes with a draft and has no contact yet',
  })
  .meta({
    id: 'FileTicketBody',
    samples: [
      {
        channel: 'call',
        citizenId: 'ctz_0sx078s43z7y5d5qpmb8',
        text: '滨江路水管爆了，水漫到马路上',
        matterCode: 'municipal.water.burst',
      },
    ],
  })
export type FileTicket = z.output<typeof FileTicket>

export interface FileDeps extends Pick<WriteDeps, 'clock' | 'ids'> {
  db: Db
  directory: Pick<DirectoryReads, 'lineById'>
  citizens: Pick<Citizens, 'isKnown' | 'changeCitizenIn'>
  tickets: { openTicketIn: OpenTicketIn; act: Pick<Act, 'actIn'> }
  notices: Pick<Notices, 'tell'>
  triage: Pick<Triage, 'propose'>
  deskNotices: Pick<DeskNotices, 'carryOver'>
}

/**
 * Files what an agent took down: opens and accepts the ticket and, with a matter, hands it to the dispatchers, or answers it on the
 * spot; ties contact and call to it and throws the draft away; a name in the form becomes the citizen's; a further request
 * of a contact gets one of its own, of the same call. Needs `ticket.file`, and
 * `citizen.write` with a name.
 * Throws `auth.forbidden`, `ticket.contact-unknown`, `ticket.contact-filed`, `ticket.line-unknown`, `draft.not-found` (filed before, or
 * thrown away) and what opening throws.
 */
export const fileTicket =
  (deps: FileDeps, filing: Filing) =>
  async (actor: StaffActor, form: FileTicket): Promise<Ticket> => {
    demand(actor, 'ticket.file')
    if (form.lineId !== undefined && !deps.directory.lineById(form.lineId)) throw contactProblem('ticket.line-unknown')
    const proposal = deps.triage.propose(form.text)
    return deps.db.tx(async (tx) => {
      if (form.contactId !== undefined) await filing.lockIn(tx, [form.contactId])
      const contact = form.contactId === undefined ? undefined : await readContact(tx, form.contactId)
      if (form.contactId !== undefined && !contact) throw contactProblem('ticket.contact-unknown')
      if (contact?.ticketId) throw contactProblem('ticket.contact-filed', undefined, { ticketId: contact.ticketId })
      const hadDraft = form.draftId !== undefined && (await dropDraft(tx, form.draftId, actor.id))
      // A contact is filed once; without one the draft says whether this form was filed before.
      if (form.draftId !== undefined && !hadDraft && !contact) throw contactProblem('draft.not-found')
      const first = form.furtherOf === undefined ? undefined : await readContact(tx, form.furtherOf)
      if (form.furtherOf !== undefined && !first) throw contactProblem('ticket.contact-unknown')
      const furtherId = first && deps.ids.next('contact')
      const citizenId = contact?.citizenId ?? first?.citizenId ?? form.citizenId
      if (citizenId === undefined || !(await deps.citizens.isKnown(tx, citizenId)))
        throw contactProblem('ticket.contact-unknown')
      if (form.citizenName !== undefined)
        await deps.citizens.changeCitizenIn(tx, actor, citizenId, { name: form.citizenName })
      const ticket = await deps.tickets.openTicketIn(tx, actor, {
        channel: form.channel,
        lineId: form.lineId ?? (contact ?? first)?.lineId ?? null,
        citizenId,
        contactId: contact?.id ?? furtherId ?? null,
        text: form.text,
        kind: form.kind ?? null,
        matterCode: form.matterCode ?? null,
        place: form.place ?? null,
        districtId: form.districtId ?? null,
        streetId: form.streetId ?? null,
        lat: form.lat ?? null,
        lon: form.lon ?? null,
        respondentUnitId: form.respondentUnitId ?? null,
        // What the citizen told of stays, whatever became of it in the form.
        danger: form.danger ?? proposal.danger?.kind ?? contact?.danger ?? null,
        proposal,
        confidential: form.confidential ?? false,
        replyWanted: form.replyWanted ?? true,
        decidedBy: form.matterCode === undefined ? null : 'person',
        accept: true,
        ...(form.title === undefined ? {} : { title: form.title }),
        ...(form.urgency === undefined ? {} : { urgency: form.urgency }),
      })
      if (contact) {
        await filing.fileIn(tx, actor, [contact.id], ticket.id)
        await dropContactDraft(tx, contact.id)
      }
      if (first && furtherId)
        await openFurther(tx, first, { id: furtherId, ticket, staffId: actor.id, at: deps.clock.now() })
      const told = [contact?.callId, form.draftId].filter((id) => typeof id === 'string')
      if (told.length > 0) await deps.deskNotices.carryOver(tx, told, ticket.id)
      if (form.note !== undefined)
        await deps.tickets.act.actIn(tx, actor, { ticketId: ticket.id, action: 'note', input: { text: form.note } })
      if (form.answer !== undefined) {
        return deps.tickets.act.actIn(tx, actor, {
          ticketId: ticket.id,
          action: 'answerDirectly',
          input: { text: form.answer },
        })
      }
      await deps.notices.tell(tx, actor, {
        notice: { name: 'ticket.received' },
        to: { citizenId, ticket },
        key: `ticket:${ticket.id}:received`,
      })
      return ticket
    })
  }
