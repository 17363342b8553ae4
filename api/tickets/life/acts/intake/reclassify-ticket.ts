import { beforeDispatch } from '../../../../vocabulary/ticket.ts'
import { kinds, urgencies, type Urgency } from '../../../../vocabulary/catalogue.ts'
import { undispatchedAgain } from '../../../clock/warn.rules.ts'
import { learnFiling } from '../../../opening/learn-filing.ts'
import { checkAreas, checkMatter, checkUnit } from '../../../opening/matter.rules.ts'
import { forgetExample } from '../../../opening/training.store.ts'
import { addToSearchText } from '../../../opening/ticket-text.rules.ts'
import { dispatchWaitMs } from '../../../ticket.settings.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/** Corrects what a request is about before it is dispatched; the warnings of another urgency come when they are due by it. A matter that a person chose teaches the classifier. */
export const reclassifyTicket = defineAct({
  action: 'reclassify',
  from: beforeDispatch,
  to: 'same',
  roles: ['agent', ...dispatchRoles],
  guards: [],
  tells: ['dispatchers'],
  source: 'BJ 11',
  key: 'c',
  edits: true,
  fields: {
    matterCode: { kind: 'matter' },
    kind: { kind: 'choice', options: kinds, words: 'kind' },
    urgency: { kind: 'choice', options: urgencies, words: 'urgency' },
    districtId: { kind: 'unit', level: 'district', clearable: true },
    streetId: { kind: 'unit', level: 'street', clearable: true },
    place: { kind: 'text', most: 300, rows: 1, clearable: true },
    title: { kind: 'text', most: 120, rows: 1, extra: true },
    respondentUnitId: { kind: 'unit', clearable: true, extra: true },
    confidential: { kind: 'yesNo', extra: true },
    replyWanted: { kind: 'yesNo', extra: true },
    reason: { ...remark, rows: 2, extra: true },
  },
  rule: (schema) =>
    schema.refine((given) => Object.keys(given).some((field) => field !== 'reason'), 'nothing is changed'),
  async decide({ tx, actor, now, ticket }, { reason, ...given }, deps) {
    const matter = given.matterCode === undefined ? undefined : checkMatter(deps.catalogue, given.matterCode)
    const { districtId = ticket.districtId, streetId = ticket.streetId } = given
    if (given.districtId || given.streetId) checkAreas(deps.directory, { districtId, streetId })
    if (given.respondentUnitId) checkUnit(deps.directory, given.respondentUnitId)
    // exactOptionalPropertyTypes: absent fields must not reach the patch as `undefined`.
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<
      typeof ticket
    >
    const waits = (urgency: Urgency) => ({
      before: dispatchWaitMs(deps.settings, ticket),
      after: dispatchWaitMs(deps.settings, { ...ticket, urgency }),
    })
    const kind = given.kind ?? (matter && ticket.kind === null ? matter.kind : ticket.kind)
    const after = { ...ticket, ...fields, kind }
    if (after.confidential) await forgetExample(tx, ticket.id)
    if (matter && actor.kind === 'staff' && !after.confidential)
      await learnFiling(deps, tx, { text: ticket.request, matterCode: matter.code, ticketId: ticket.id, at: now })
    const before = Object.fromEntries(Object.keys(fields).map((name) => [name, Reflect.get(ticket, name)]))
    return {
      patch: {
        ...fields,
        kind,
        ...(given.title || given.place
          ? { searchText: addToSearchText(ticket.searchText, `${after.title} ${after.place ?? ''}`) }
          : {}),
        ...(after.urgency === ticket.urgency ? {} : { warnAt: undispatchedAgain(ticket, waits(after.urgency)) }),
        ...(matter ? { decidedBy: actor.kind === 'staff' ? 'person' : 'threshold' } : {}),
      },
      text: reason ?? null,
      reason: reason ?? null,
      visibility: 'hotline',
      data: { before, after: fields },
    }
  },
})
