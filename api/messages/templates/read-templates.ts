import { citizenProblem } from '../../citizens/citizens.errors.ts'
import { formatParam, type Writing } from '../../notices/format.ts'
import { demand } from '../../platform/demand.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { findCitizen } from '../messages.store.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { fillTemplate, openBlanks } from './fill-template.ts'
import { TemplatesDto } from './templates.dto.ts'
import { lastSpokenOf } from './templates.store.ts'
import { templates, type Template } from './templates.table.ts'

/**
 * The templates for an answer to a citizen, in the citizen's language, with the number and the lead unit of the ticket that was spoken of
 * last. Needs `message.send`. Throws `citizen.not-found`.
 */
export const readTemplates =
  (deps: Pick<MessagesDeps, 'db' | 'directory' | 'config'>) =>
  async (actor: StaffActor, citizenId: string): Promise<TemplatesDto> => {
    demand(actor, 'message.send')
    const citizen = await findCitizen(deps.db, citizenId)
    if (!citizen) throw citizenProblem('citizen.not-found')
    const ticket = await lastSpokenOf(deps.db, citizenId)
    const unit = ticket?.leadUnitId ? deps.directory.unitById(ticket.leadUnitId) : undefined
    const writing: Writing = { locale: citizen.locale.startsWith('en') ? 'en' : 'zh', timeZone: deps.config.timeZone }
    const known = {
      number: formatParam('number', ticket?.number, writing),
      unit: formatParam('unit', unit, writing),
    }
    const rows: [string, Template][] = Object.entries(templates)
    return TemplatesDto.parse({
      items: rows.map(([id, { purpose, purposeEn, [writing.locale]: words }]) => ({
        id,
        purpose,
        purposeEn,
        text: fillTemplate(words, known, writing.locale),
      })),
      blanks: openBlanks(writing.locale),
    })
  }
