import { expect } from 'vitest'

/** A server, in this process or elsewhere. */
interface Asked {
  request(path: string, init: RequestInit): Response | Promise<Response>
}

/** Files up and down as one person does it, at any server. */
export const readAttachments = (cookie: string) => {
  const post = async (app: Asked, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    form.set('file', new File([bytes], 'a.png'))
    return app.request('/api/attachments', { method: 'POST', body: form, headers: { cookie } })
  }
  return {
    post,
    /** Uploads; the id. */
    send: async (app: Asked, bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
      const answer = await post(app, bytes)
      expect(answer.status).toBe(200)
      const { id } = (await answer.json()) as { id: string }
      return id
    },
    get: async (app: Asked, id: string, headers: Record<string, string> = {}) =>
      app.request(`/api/attachments/${id}`, { headers: { cookie, ...headers } }),
  }
}
