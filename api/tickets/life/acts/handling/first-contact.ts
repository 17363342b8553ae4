import { fieldRefused } from '../../../../platform/field-faults.ts'
import { leadOf, patchAssignment } from '../../../units/assignments.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { unitRoles } from '../../ticket.machine.ts'

/** A moment is written in whole minutes, by a clock that may be a little ahead of ours, ms. */
const inexact = 60_000

const notThen = (message: string) => fieldRefused('at', message)

/**
 * The unit records that it contacted the citizen (先行联系, BJ 15(1)); the first time it reached them is measured.
 * Throws `request.invalid` for a moment to come, or before the unit had the ticket.
 */
export const firstContact = defineAct({
  action: 'firstContact',
  from: ['handling'],
  to: 'same',
  roles: unitRoles,
  part: 'lead',
  guards: [],
  tells: [],
  source: 'BJ 15(1)',
  key: 'c',
  fields: {
    how: {
      kind: 'choice',
      options: ['phone', 'text', 'visit', 'other'],
      words: 'contactWay',
      fallback: 'phone',
      required: true,
    },
    /** Whether the citizen was reached; a vain try is kept, but it is not the first contact. */
    reached: { kind: 'yesNo', fallback: true, required: true },
    text: { ...remark, required: true },
    /** When, if not just now. */
    at: { kind: 'moment', extra: true, hint: true },
  },
  async decide({ tx, now, ticket }, { how, reached, at, text }) {
    const lead = await leadOf(tx, ticket.id)
    const said = at === undefined ? now : new Date(at)
    const from = lead?.dispatchedAt ?? said
    if (said.getTime() > now.getTime() + inexact) throw notThen('a moment that has passed')
    if (said.getTime() < from.getTime() - inexact) throw notThen('a moment since the unit was given the ticket')
    const when = said > now ? now : said < from ? from : said
    if (lead && reached && lead.contactedAt === null) await patchAssignment(tx, lead.id, { contactedAt: when })
    return { text, data: { how, reached, at: when.toISOString() } }
  },
})
