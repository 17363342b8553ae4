import type { Random } from '../../../../scripts/sample-city/random.ts'
import type { TicketDto } from '../../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../../api/vocabulary/ticket.ts'
import { declineOutcomes } from '../../../../api/vocabulary/ticket.ts'

/** What a form is filled from. */
export interface Filling {
  random: Random
  ticket: TicketDto
  /** Units that handle tickets, the accused and who stands under it left out. */
  units: readonly string[]
  matters: readonly string[]
  /** Another ticket that this actor sees and that still waits for its answer; null: there is none. */
  main: string | null
}

const chance = (random: Random, share: number) => random.next() < share
const words = ['已核实现场情况。', '请尽快处理😀', '市民再次来电。', '经研究决定。', 'Checked on site. ']

/**
 * The form of each act as a person may lawfully fill it in, made from a ticket as that person sees it; null: nothing to fill it in with
 * just now. A new act does not compile without its row.
 */
export const lawfulInput = (action: TicketAction, filling: Filling): object | null => {
  const { random, ticket, units, matters, main } = filling
  const text = random.pick(words)
  const held = ticket.assignments.filter(({ endedAt }) => endedAt === null)
  const leadId = ticket.leadUnit?.id
  const others = units.filter((id) => !held.some(({ unit }) => unit.id === id))
  const some = (ids: readonly string[], most: number) => ids.filter(() => chance(random, 0.4)).slice(0, most)
  const limit = chance(random, 0.2) ? { limit: { value: random.pick([2, 24, 72]), unit: 'h', basis: '约定' } } : {}
  const lead = random.pick(units)
  const beside = {
    coUnitIds: some(
      units.filter((id) => id !== lead),
      2,
    ),
  }
  switch (action) {
    case 'answerDirectly':
    case 'note':
    case 'urge':
    case 'supplement':
      return { text }
    case 'decline':
      return { outcome: random.pick(declineOutcomes), route: text, told: text }
    case 'transferOut':
      return { to: '12315', connected: chance(random, 0.7), told: text }
    case 'dispatch':
      return { leadUnitId: lead, ...beside, ...limit }
    case 'designate':
      // Helpers that are there already stay where the same unit is designated.
      return { leadUnitId: leadId && chance(random, 0.6) ? leadId : lead, reason: text }
    case 'redispatch': {
      const elsewhere = units.filter((id) => id !== leadId)
      return { leadUnitId: random.pick(elsewhere), reason: text }
    }
    case 'addHelper':
      return others.length === 0
        ? null
        : { coUnitIds: [random.pick(others)], ...(chance(random, 0.5) && { instruction: text }) }
    case 'removeHelper': {
      const co = held.filter(({ role }) => role === 'co').map(({ unit }) => unit.id)
      return co.length === 0 ? null : { unitIds: [random.pick(co)], reason: text }
    }
    case 'firstContact':
      return { how: 'phone', reached: chance(random, 0.8), text }
    case 'returnTicket':
      return { reason: text, basis: text }
    case 'upholdReturn':
    case 'rejectReturn':
    case 'refuseExtension':
    case 'sendBack':
      return { note: text }
    case 'report':
      return { text, finished: chance(random, 0.5) }
    case 'answer':
      return { text, result: text }
    case 'redo':
      return { reason: text, ...limit }
    case 'withdraw':
      return { reason: text }
    case 'terminate':
      return { ground: 'citizenRefuses', reason: text, told: text }
    case 'merge':
      return main === null ? null : { mainTicketId: main }
    case 'pause':
      return { reason: random.pick(['supplement', 'thirdParty', 'appraisal']), note: text, told: text }
    case 'extend':
      return { workingDays: random.pick([1, 3, 15]), reason: text }
    case 'supervise':
      return { kind: 'daily', trigger: 'overdue', text }
    case 'reclassify':
      return chance(random, 0.7)
        ? { urgency: random.pick(['normal', 'urgent', 'critical']) }
        : { matterCode: random.pick(matters) }
    case 'accept':
    case 'submit':
    case 'sign':
    case 'passReview':
    case 'close':
    case 'resume':
    case 'approveExtension':
    case 'keepConfidential':
      break
  }
  return {}
}
