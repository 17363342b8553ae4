import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { ApiEnv } from '../http.ts'

/** The API's OpenAPI 3.1 document: written when first asked for, then kept, for writing it takes a tenth of a second and anybody may ask. */
export const apiDocument = (api: Hono<ApiEnv>) => {
  let written: ReturnType<typeof generateSpecs> | null = null
  return () =>
    (written ??= generateSpecs(api, {
      documentation: { info: { title: 'Yixian 一线', version: '0.1.0' }, servers: [{ url: '/api' }] },
      // A request that does not fit is a problem (`default`), never the library's own answer.
      defaultValidationErrorResponse: false,
    }))
}
