import { ticketProblem } from '../tickets/tickets.errors.ts'
import { z } from 'zod'
import type { StaffActor } from '../vocabulary/actor.ts'
import { demand } from '../vocabulary/permissions.ts'
import type { Deps } from '../platform/deps.ts'
import { idPattern } from '../platform/ids.ts'
import { deleteDraft, findDraft, insertDraft, listDrafts, updateDraft, type Draft } from './drafts.store.ts'

/** The form as the console keeps it; bounded, and without NUL, which the database cannot store. */
const Content = z
  .record(z.string().max(60), z.unknown())
  .refine((content) => JSON.stringify(content).length <= 60_000, 'the draft is too long')
  .refine((content) => !JSON.stringify(content).includes('\\u0000'), 'a NUL character cannot be stored')

export const SaveDraft = z.strictObject({
  /** The version last seen; 0 makes a new draft under this id. */
  version: z.number().int().min(0),
  contactId: z.string().regex(idPattern('contact')).optional(),
  content: Content,
})

export const DraftDto = z.object({
  id: z.string(),
  contactId: z.string().nullable(),
  content: z.record(z.string(), z.unknown()),
  version: z.number(),
  updatedAt: z.iso.datetime(),
})
export type DraftDto = z.infer<typeof DraftDto>

export const draftDto = (row: Draft): DraftDto => DraftDto.parse({ ...row, updatedAt: row.updatedAt.toISOString() })

type DraftDeps = Pick<Deps, 'db' | 'clock' | 'ids'>

/** The intake form as it is being written, saved every few seconds; each person's own. Needs `ticket.file`. */
export const createDrafts = (deps: DraftDeps) => ({
  list: async (actor: StaffActor): Promise<DraftDto[]> => {
    demand(actor, 'ticket.file')
    return (await listDrafts(deps.db, actor.id)).map(draftDto)
  },
  read: async (actor: StaffActor, id: string): Promise<DraftDto> => {
    demand(actor, 'ticket.file')
    const row = await findDraft(deps.db, id, actor.id)
    if (!row) throw ticketProblem('draft.not-found')
    return draftDto(row)
  },
  /** An empty draft under an id of the server's. */
  create: (actor: StaffActor, input: Omit<z.output<typeof SaveDraft>, 'version'>): Promise<DraftDto> =>
    save(deps)(actor, deps.ids.next('draft'), { ...input, version: 0 }),
  save: save(deps),
  remove: async (actor: StaffActor, id: string): Promise<void> => {
    demand(actor, 'ticket.file')
    return deps.db.tx(async (tx) => {
      if (!(await deleteDraft(tx, id, actor.id))) throw ticketProblem('draft.not-found')
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
      if (row) return draftDto(row)
      const now = await findDraft(tx, id, actor.id)
      if (!now && version > 0) throw ticketProblem('draft.not-found')
      throw ticketProblem('draft.conflict', undefined, now ? { version: now.version } : {})
    })
  }
