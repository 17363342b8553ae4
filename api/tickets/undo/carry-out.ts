import { record } from '../../audit/record.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { ticketDeskNote } from '../../notices/desk-note.ts'
import type { Handler } from '../../platform/outbox.ts'
import { Problem } from '../../platform/problem.ts'
import { actorNow, systemActor } from '../../vocabulary/actor.ts'
import { refusedAct, ticketProblem } from '../tickets.errors.ts'
import { lockTicket, saveTicket } from '../tickets.store.ts'
import type { UndoDeps } from './leave-later.ts'
import { leavingNote } from './leaving.view.ts'
import { groundOf } from './undo.rules.ts'

type Sent = { ticketId: string; key: string }

/** Does what was decided, as the person who decided it, if they still may and it still is the ticket they saw. */
const send = (deps: UndoDeps, { ticketId, key }: Sent) =>
  deps.db.tx(async (tx) => {
    const ticket = await lockTicket(tx, ticketId)
    const { leaving } = ticket
    if (leaving?.key !== key) return
    const actor = actorNow(deps.directory, leaving.by.id, null)
    if (!actor) throw refusedAct('auth.forbidden')
    if (groundOf(ticket) !== leaving.ground) throw ticketProblem('ticket.conflict')
    await saveTicket(tx, ticket, { leaving: null })
    await deps.act.actIn(tx, actor, { ticketId, action: leaving.action, input: leaving.input })
  })

/** It could not leave: the ticket stays where it is, and whoever decided it and all dispatchers are told so. */
const giveUp = (deps: UndoDeps, { ticketId, key }: Sent, code: string) =>
  deps.db.tx(async (tx) => {
    const ticket = await lockTicket(tx, ticketId)
    const { leaving } = ticket
    if (leaving?.key !== key) return
    const after = await saveTicket(tx, ticket, { leaving: null })
    await record(tx, deps, systemActor('undo'), {
      timeline: [
        {
          ticketId,
          type: 'notSent',
          visibility: 'hotline',
          data: { act: leaving.action, unitId: leaving.unitId, by: leaving.by.name, code },
        },
      ],
      audit: [
        {
          action: 'ticket.notSent',
          entity: 'ticket',
          entityId: ticketId,
          before: { act: leaving.action, leadUnitId: leaving.unitId, by: leaving.by.id },
          reason: code,
        },
      ],
      live: [
        leavingNote(after, 'notSent'),
        ticketDeskNote(deskNotices.notSent, after, { number: after.number, state: after.state, by: leaving.by.id }),
      ],
    })
  })

/** The worker of `leaveEffect`. A refusal is final and told; anything else is tried again. */
export const carryOut =
  (deps: UndoDeps): Handler<Sent> =>
  async (sent) => {
    try {
      await send(deps, sent)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await giveUp(deps, sent, error.code)
    }
    return { state: 'done' }
  }
