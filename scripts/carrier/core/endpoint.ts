import type { Method } from './request.ts'

/** Something the product answers at: where documents are fetched and events are reported, and by which method. */
export type Endpoint = { url: string; method: Method }
