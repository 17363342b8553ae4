import type { Core } from '../core/core.ts'
import { accountPath, apiVersion } from '../core/core.ts'
import { rfc2822, rfc2822OrNull, seconds } from '../core/times.ts'
import type { Call } from './call.models.ts'

/** A call as the REST API shows it. */
export const callView = (core: Core, call: Call): Record<string, unknown> => {
  const path = accountPath(core, `/Calls/${call.sid}`)
  const ended = call.endedAt !== null
  return {
    sid: call.sid,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    parent_call_sid: call.parentCallSid,
    account_sid: core.settings.accountSid,
    to: call.to,
    to_formatted: call.to,
    from: call.shownFrom,
    from_formatted: call.shownFrom,
    phone_number_sid: null,
    status: call.status,
    start_time: rfc2822OrNull(call.answeredAt),
    end_time: rfc2822OrNull(call.endedAt),
    duration: ended ? String(call.answeredAt === null ? 0 : seconds(call.answeredAt, call.endedAt ?? 0)) : null,
    price: null,
    price_unit: 'USD',
    direction: call.direction,
    answered_by: null,
    api_version: apiVersion,
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: String(call.queueMs),
    trunk_sid: null,
    uri: `${path}.json`,
    subresource_uris: {
      recordings: `${path}/Recordings.json`,
      events: `${path}/Events.json`,
      transcriptions: `${path}/Transcriptions.json`,
    },
  }
}

type Shown = { shown: Record<string, unknown> | null; shownUntil: number; updatedAt: number }

/** Changes an object and keeps its former view for late readers: REST reads are eventually consistent. */
export const change = <T extends Shown>(
  core: Core,
  object: T,
  view: (object: T) => Record<string, unknown>,
  edit: () => void,
): void => {
  const now = core.clock.now()
  if (core.settings.readLagMs > 0 && now >= object.shownUntil) {
    object.shown = view(object)
    object.shownUntil = now + core.settings.readLagMs
  }
  edit()
  object.updatedAt = now
}

/** What a reader sees now. */
export const read = <T extends Shown>(
  core: Core,
  object: T,
  view: (object: T) => Record<string, unknown>,
): Record<string, unknown> =>
  object.shown !== null && core.clock.now() < object.shownUntil ? object.shown : view(object)
