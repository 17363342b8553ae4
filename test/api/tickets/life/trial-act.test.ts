import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAct } from '../../../../api/tickets/life/act.ts'
import { actList } from '../../../../api/tickets/life/acts/acts.ts'
import { remark } from '../../../../api/tickets/life/common.fields.ts'
import { sweepEvents } from '../../../../api/platform/live/live.store.ts'
import { defineAct } from '../../../../api/tickets/life/define-act.ts'
import { machineRow } from '../../../../api/tickets/life/machine.view.ts'
import { mermaidOfActs } from '../../../../api/tickets/life/ticket.diagram.ts'
import type { TicketAction } from '../../../../api/vocabulary/ticket.ts'
import type { ActText } from '../../../../console/i18n/act-texts.ts'
import { formOf } from '../../../../console/tickets/act-form.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'
import { sweepBefore } from '../../../support/sweep.ts'

/** All that somebody writes to add an act: its name in the vocabulary, this, its line in the list, and its texts. */
const visitSite = defineAct({
  action: 'visitSite',
  from: ['answered'],
  to: 'paused',
  roles: ['reviewer'],
  guards: [],
  tells: ['leadUnit'],
  source: 'trial',
  danger: true,
  key: 'shift+v',
  fields: {
    when: { kind: 'choice', options: ['today', 'tomorrow'], words: 'visitDay', fallback: 'today', required: true },
    note: { ...remark, hint: true },
  },
  rule: (schema) => schema.refine(({ when, note }) => when === 'today' || note !== undefined, { path: ['note'] }),
  async decide(_, { when, note }) {
    return { text: note ?? null, data: { when } }
  },
})
const text: ActText<typeof visitSite> = {
  name: '现场核查',
  done: '现场核查',
  fields: { when: '核查时间', note: { label: '说明', hint: '不在当天的，请说明原因。' } },
}
/** The trial's name is not in the vocabulary, for nothing but this test knows it. */
const named = { ...visitSite, action: visitSite.action as string as TicketAction }
const withTrial = [...actList, named]

describe('an act that is added in one file', () => {
  it('has its row in the table, with the schema of its input', () => {
    expect(machineRow(visitSite)).toMatchObject({
      action: 'visitSite',
      from: ['answered'],
      to: 'paused',
      roles: ['reviewer'],
      part: null,
      tells: ['leadUnit'],
      input: {
        type: 'object',
        properties: { when: { enum: ['today', 'tomorrow'] }, note: { maxLength: 2_000 } },
        required: ['when'],
        additionalProperties: false,
      },
    })
  })
  it('has its arrow in the diagram', () => {
    expect(mermaidOfActs(withTrial)).toContain('  answered --> paused : visitSite\n')
    expect(mermaidOfActs(actList)).not.toContain('visitSite')
  })
  it('has its form and its key', () => {
    expect(formOf(visitSite)).toEqual({
      key: 'shift+v',
      fields: [
        {
          name: 'when',
          kind: 'choice',
          options: ['today', 'tomorrow'],
          words: 'visitDay',
          fallback: 'today',
          required: true,
        },
        { name: 'note', kind: 'text', most: 2_000, rows: 3, hint: true },
      ],
    })
  })
  it('does not compile without each of its texts', () => {
    // @ts-expect-error -- no name
    const nameless: ActText<typeof visitSite> = { fields: text.fields }
    // @ts-expect-error -- a field without its label
    const unlabelled: ActText<typeof visitSite> = { name: '', fields: { note: text.fields.note } }
    // @ts-expect-error -- a field with a line of help that is not there
    const helpless: ActText<typeof visitSite> = { name: '', fields: { when: '', note: '' } }
    expect([nameless, unlabelled, helpless]).toHaveLength(3)
  })

  describe('is run like every other', () => {
    let w: TicketWorld
    beforeAll(async () => {
      w = await createTicketWorld('sqlite')
    })
    afterAll(async () => {
      // the trial's live event is no member of the list, as its name is none of the vocabulary's
      await sweepBefore(w.db, sweepEvents, new Date(w.clock.now().getTime() + 1))
      await w.close()
    })

    it('within its input, its state and its roles; and recorded', async () => {
      const { act } = createAct(w.tickets.deps, withTrial)
      const ticket = await w.answered()
      const visit = (by: 'reviewer1' | 'agent1', input: object) =>
        act(w.actor(by), { ticketId: ticket.id, action: named.action, input })
      await expect(visit('reviewer1', {})).rejects.toMatchObject({ code: 'request.invalid' })
      await expect(visit('reviewer1', { when: 'tomorrow' })).rejects.toMatchObject({ code: 'request.invalid' })
      await expect(visit('agent1', { when: 'today' })).rejects.toMatchObject({ code: 'auth.forbidden' })
      expect(await visit('reviewer1', { when: 'today' })).toMatchObject({ state: 'paused', stateBefore: 'answered' })
      await expect(visit('reviewer1', { when: 'today' })).rejects.toMatchObject({ code: 'ticket.illegal-transition' })
      expect((await w.rows.timeline(ticket.id)).at(-1)).toMatchObject({
        type: 'visitSite',
        data: { from: 'answered', to: 'paused', when: 'today' },
      })
    })
  })
})
