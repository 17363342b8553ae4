import { ticketProblem } from '../tickets.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { may } from '../../vocabulary/permissions.ts'
import { demand } from '../../platform/demand.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { Files } from '../../platform/files/files.ts'
import { record } from '../../audit/record.ts'
import { platformProblem, Problem } from '../../platform/problem.ts'
import { sniffType } from '../../platform/sniff-type.ts'
import { largestAttachment, safeName } from './attachment.rules.ts'
import { findAttachment, insertAttachment } from './attachments.store.ts'
import { attachedFiles, sweepUploads } from './old-files.store.ts'
import { maskFor } from '../privacy/masked-words.ts'
import { loadLostPart } from '../reading/lost-part.ts'
import { attachmentDto, type Attachment } from '../reading/parts.view.ts'
import type { AttachmentDto } from '../ticket.dto.ts'
import { mustFindTicket } from '../tickets.store.ts'

export interface AttachmentDeps extends WriteDeps {
  files: Pick<Files, 'put' | 'get'>
}

/** Takes a file: its type is what its bytes say, its name is cleaned. It belongs to no ticket until an act names it. */
const upload =
  (deps: AttachmentDeps) =>
  async (actor: StaffActor, file: { name: string; bytes: Uint8Array }): Promise<AttachmentDto> => {
    demand(actor, 'ticket.read')
    if (file.bytes.byteLength > largestAttachment) throw platformProblem('request.too-large')
    const contentType = sniffType(file.bytes)
    if (contentType === null) throw ticketProblem('attachment.type')
    const sha256 = await deps.files.put(file.bytes)
    return deps.db.tx(async (tx) => {
      const row = await insertAttachment(tx, {
        id: deps.ids.next('attachment'),
        name: safeName(file.name),
        contentType,
        size: file.bytes.byteLength,
        sha256,
        state: 'stored',
        uploadedBy: actor.id,
        createdAt: deps.clock.now(),
      })
      await record(tx, deps, actor, {
        audit: [
          {
            action: 'attachment.uploaded',
            entity: 'attachment',
            entityId: row.id,
            after: { contentType, size: row.size, sha256 },
          },
        ],
      })
      return attachmentDto(row)
    })
  }

/** The name of a file as its reader may read it, if they may have it: with its ticket, a unit that lost it what was attached until then; before it has one, whoever uploaded it, and the desks that read citizens' texts. */
const readableName = async (deps: AttachmentDeps, actor: StaffActor, row: Attachment): Promise<string> => {
  if (row.ticketId !== null) {
    const ticket = await mustFindTicket(deps.db, actor, row.ticketId)
    const lost = await loadLostPart(deps.db, actor, ticket)
    if (lost && (row.attachedAt === null || row.attachedAt >= lost.at)) throw ticketProblem('attachment.not-found')
    return (await maskFor(deps.db, actor, ticket, lost !== null))(row.name)
  }
  if (row.uploadedBy !== actor.id && !(row.messageId !== null && may(actor, 'message.send')))
    throw ticketProblem('attachment.not-found')
  return row.name
}

/** Opens a file within the reader's scope. Throws `attachment.not-found`, `attachment.not-ready`, `files.away`. */
const download =
  (deps: AttachmentDeps) =>
  async (actor: StaffActor, id: string): Promise<{ name: string; contentType: string; bytes: Buffer<ArrayBuffer> }> => {
    demand(actor, 'ticket.read')
    const row = await findAttachment(deps.db, id)
    if (!row) throw ticketProblem('attachment.not-found')
    const name = await readableName(deps, actor, row).catch((error: unknown) => {
      throw error instanceof Problem ? ticketProblem('attachment.not-found') : error
    })
    if (row.state !== 'stored') throw ticketProblem('attachment.not-ready', undefined, { state: row.state })
    const bytes = await deps.files.get(row.sha256)
    if (!bytes) throw ticketProblem('attachment.not-ready')
    return { name, contentType: row.contentType, bytes }
  }

/** Files of tickets and texts: up, down, and what retention asks of them. */
export const createAttachments = (deps: AttachmentDeps) => ({
  upload: upload(deps),
  download: download(deps),
  sweeps: { uploads: sweepUploads },
  /** Which of some files are attachments. */
  attachedFiles: (files: readonly string[]) => attachedFiles(deps.db, files),
})
export type Attachments = ReturnType<typeof createAttachments>
