import { z } from 'zod'
import { kinds, urgencies } from '../../../vocabulary/catalogue.ts'
import { Remark, UnitId } from '../ticket.input.ts'
import { words } from '../../../platform/words.ts'
import { checkAreas, checkMatter, checkUnit } from '../../opening/matter.rules.ts'
import { learnFiling } from '../../opening/learn-filing.ts'
import { addToSearchText } from '../../opening/ticket-text.rules.ts'
import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'

const Input = z
  .strictObject({
    title: words(120).optional(),
    matterCode: z.string().max(100).optional(),
    kind: z.enum(kinds).optional(),
    urgency: z.enum(urgencies).optional(),
    place: words(300).nullable().optional(),
    districtId: UnitId.nullable().optional(),
    streetId: UnitId.nullable().optional(),
    confidential: z.boolean().optional(),
    replyWanted: z.boolean().optional(),
    respondentUnitId: UnitId.nullable().optional(),
    reason: Remark.optional(),
  })
  .refine((given) => Object.keys(given).some((field) => field !== 'reason'), 'nothing is changed')

/** Corrects what a request is about before it is dispatched. A matter that a person chose teaches the classifier. */
export const reclassifyTicket = (deps: VerbDeps): TicketVerb<typeof Input> => ({
  action: 'reclassify',
  input: Input,
  async decide({ tx, actor, now, ticket }, { reason, ...given }) {
    const matter = given.matterCode === undefined ? undefined : checkMatter(deps.catalogue, given.matterCode)
    const { districtId = ticket.districtId, streetId = ticket.streetId } = given
    if (given.districtId || given.streetId) checkAreas(deps.directory, { districtId, streetId })
    if (given.respondentUnitId) checkUnit(deps.directory, given.respondentUnitId)
    // exactOptionalPropertyTypes: absent fields must not reach the patch as `undefined`.
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<
      typeof ticket
    >
    const kind = given.kind ?? (matter && ticket.kind === null ? matter.kind : ticket.kind)
    const after = { ...ticket, ...fields, kind }
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
        ...(matter ? { decidedBy: actor.kind === 'staff' ? 'person' : 'threshold' } : {}),
      },
      text: reason ?? null,
      reason: reason ?? null,
      visibility: 'hotline',
      data: { before, after: fields },
    }
  },
})
