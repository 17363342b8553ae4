import { z } from 'zod'
import type { Read, Tx } from '../../db/db.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { record } from '../audit/record.ts'
import type { DeskNotices } from '../desk-notices/desk-notices.ts'
import { deskNotices } from '../notices/desk.notices.ts'
import { deskNote } from '../notices/desk-note.ts'
import { cut } from '../platform/cut.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { idPattern, type Ids } from '../platform/ids.ts'
import { contactProblem } from './contacts.errors.ts'
import { findContact, type Contact } from './contacts.store.ts'
import type { Triage } from '../triage/triage.types.ts'
import { longestRequest } from './open-request.ts'
import { draftContent } from './draft.rules.ts'
import {
  deleteContactDraft,
  deleteDraft,
  findDraft,
  findDraftOf,
  insertDraft,
  listDrafts,
  passDraft,
  updateDraft,
  writeUntouchedDraft,
  type Draft,
} from './drafts.store.ts'

/** The form as the console keeps it; bounded, and without NUL, which the database cannot store. */
const Content = z
  .record(z.string().max(60), z.unknown())
  .refine((content) => JSON.stringify(content).length <= 60_000, 'the draft is too long')
  .refine((content) => !JSON.stringify(content).includes('\\u0000'), 'a NUL character cannot be stored')

export const SaveDraft = z
  .strictObject({
    /** The version last seen; 0 makes a new draft under this id. */
    version: z.number().int().min(0),
    contactId: z.string().regex(idPattern('contact')).optional(),
    content: Content,
  })
  .meta({ id: 'SaveDraftBody', samples: [{ version: 1, content: { text: '滨江路水管爆了，水漫到马路上' } }] })

export const DraftDto = z
  .object({
    id: z.string(),
    contactId: z.string().nullable(),
    content: z.record(z.string(), z.unknown()),
    version: z.number(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Draft' })
export type DraftDto = z.infer<typeof DraftDto>

const draftDto = (row: Draft): DraftDto => DraftDto.parse({ ...row, updatedAt: row.updatedAt.toISOString() })

export interface DraftDeps extends WriteDeps {
  triage: Pick<Triage, 'propose'>
  deskNotices: Pick<DeskNotices, 'wasTold'>
}

/** The intake form as it is being written, saved every few seconds; each person's own. Needs `ticket.file`. */
export const createDrafts = (deps: DraftDeps) => ({
  list: async (actor: StaffActor): Promise<DraftDto[]> => {
    demand(actor, 'ticket.file')
    return (await listDrafts(deps.db, actor.id)).map(draftDto)
  },
  read: async (actor: StaffActor, id: string): Promise<DraftDto> => {
    demand(actor, 'ticket.file')
    const row = await findDraft(deps.db, id, actor.id)
    if (!row) throw contactProblem('draft.not-found')
    return draftDto(row)
  },
  /** An empty draft under an id of the server's. */
  create: (actor: StaffActor, input: Omit<z.output<typeof SaveDraft>, 'version'>): Promise<DraftDto> =>
    save(deps)(actor, deps.ids.next('draft'), { ...input, version: 0 }),
  save: save(deps),
  remove: async (actor: StaffActor, id: string): Promise<void> => {
    demand(actor, 'ticket.file')
    return deps.db.tx(async (tx) => {
      if (!(await deleteDraft(tx, id, actor.id))) throw contactProblem('draft.not-found')
    })
  },
})
export type Drafts = ReturnType<typeof createDrafts>

/** Saves over the version that was seen. Throws `draft.conflict` with the newer draft's version, `draft.not-found`. */
const save =
  (deps: DraftDeps) =>
  async (
    actor: StaffActor,
    id: string,
    { version, contactId, content }: z.output<typeof SaveDraft>,
  ): Promise<DraftDto> => {
    demand(actor, 'ticket.file')
    return deps.db.tx(async (tx) => {
      const updatedAt = deps.clock.now()
      const row =
        version === 0
          ? await insertDraft(tx, {
              id,
              staffId: actor.id,
              contactId: contactId ?? null,
              content,
              updatedAt,
              version: 1,
            })
          : await updateDraft(tx, { id, staffId: actor.id, version }, { content, updatedAt })
      if (row) {
        await heed(deps, tx, actor, row)
        return draftDto(row)
      }
      const now = await findDraft(tx, id, actor.id)
      if (!now && version > 0) throw contactProblem('draft.not-found')
      throw contactProblem('draft.conflict', undefined, now ? { version: now.version } : {})
    })
  }

/**
 * A danger that the agent writes down is told at once, as one that the citizen says is, and once; with the call, where there is one, for it may
 * have been heard there already.
 */
const heed = async (deps: DraftDeps, tx: Tx, actor: StaffActor, row: Draft): Promise<void> => {
  const { text, citizenId } = row.content
  if (typeof text !== 'string' || typeof citizenId !== 'string') return
  const { danger } = deps.triage.propose(cut(text, longestRequest))
  if (!danger) return
  const contact = row.contactId === null ? undefined : await findContact(tx, row.contactId)
  const callId = contact?.callId ?? null
  if (await deps.deskNotices.wasTold(tx, callId ?? row.id, danger.kind)) return
  const facts = {
    agentId: actor.id,
    danger: danger.kind,
    call: danger.call,
    words: danger.words,
    citizenId: contact?.citizenId ?? citizenId,
  }
  await record(tx, deps, actor, {
    audit: [],
    live: [
      callId === null
        ? deskNote(deskNotices.dangerInDraft, row.id, facts)
        : deskNote(deskNotices.dangerInCall, callId, { ...facts, callId }),
    ],
  })
}

/** The program's own beginning of a form, with what is known; a contact that has one keeps it, and it goes with the citizen to the next agent. */
export const beginDraft = async (tx: Tx, ids: Ids, contact: Contact, staffId: string, at: Date) => {
  const id = ids.next('draft')
  await insertDraft(tx, {
    id,
    staffId,
    contactId: contact.id,
    content: draftContent(contact),
    updatedAt: at,
    version: 1,
  })
  await passDraft(tx, contact.id, staffId, at)
}

/** Writes what was said since into the form, as long as only the program has written in it. */
export const refreshDraft = (tx: Tx, contact: Contact, at: Date) =>
  writeUntouchedDraft(tx, contact.id, draftContent(contact), at)

/** The form that was begun for a contact; null where there is none. */
export const draftIdOf = async (db: Read | Tx, contactId: string): Promise<string | null> =>
  (await findDraftOf(db, contactId))?.id ?? null

/** A person's own draft is filed or given up; false where it was before. */
export const dropDraft = (tx: Tx, id: string, staffId: string): Promise<boolean> => deleteDraft(tx, id, staffId)

/** What was begun for a contact, whoever began it: the contact is filed. */
export const dropContactDraft = (tx: Tx, contactId: string): Promise<void> => deleteContactDraft(tx, contactId)
