import type { AttachmentDto } from '../../api/tickets/ticket.dto.ts'
import { readProblem } from '../shared/http.ts'
import { Problem } from '../shared/problem.ts'

/** Sends one file; `onProgress` hears the share that is sent, 0…1. `fetch` cannot tell that, so this is the one place with XMLHttpRequest. */
export const uploadFile = (
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<AttachmentDto> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    body.set('file', file)
    request.upload.addEventListener(
      'progress',
      (event) => event.lengthComputable && onProgress(event.loaded / event.total),
    )
    request.addEventListener('load', () => {
      const answer = new Response(request.responseText, {
        status: request.status,
        headers: { 'x-request-id': request.getResponseHeader('x-request-id') ?? '' },
      })
      if (answer.ok) resolve(asAttachment(JSON.parse(request.responseText)))
      else readProblem(answer).then(reject, reject)
    })
    request.addEventListener('error', () => reject(new Problem({ code: 'network.offline' }, 0)))
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    request.open('POST', '/api/attachments')
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    request.send(body)
  })

/** The route parses its answer with the DTO of this very type. */
const asAttachment = (body: unknown): AttachmentDto => body as AttachmentDto
