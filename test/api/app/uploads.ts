import { expect } from 'vitest'
import type { TestApp } from '../../support/app.ts'

/** Files up and down as one person does it, at any server. */
export const readAttachments = (cookie: string) => {
  const post = async (app: TestApp['app'], bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    form.set('file', new File([bytes], 'a.png'))
    return app.request('/api/attachments', { method: 'POST', body: form, headers: { cookie } })
  }
  return {
    post,
    /** Uploads; the id. */
    send: async (app: TestApp['app'], bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
      const answer = await post(app, bytes)
      expect(answer.status).toBe(200)
      const { id } = (await answer.json()) as { id: string }
      return id
    },
    get: async (app: TestApp['app'], id: string, headers: Record<string, string> = {}) =>
      app.request(`/api/attachments/${id}`, { headers: { cookie, ...headers } }),
  }
}
