import { hashPassword } from '../../api/access/passwords/password-hash.ts'
import { systemActor } from '../../api/vocabulary/actor.ts'
import { sampleSecrets } from '../../api/platform/config.ts'
import type { Services } from '../../api/services.ts'
import { articles } from './knowledge.ts'
import { limits } from './limits.ts'
import { lines } from './lines.ts'
import { matterLeaves, matterNodes } from './matters/index.ts'
import { staff } from './staff.ts'
import { units } from './units.ts'

const builder = systemActor('sample city')

const must = (ids: ReadonlyMap<string, string>, code: string): string => {
  const id = ids.get(code)
  if (!id) throw new Error(`the sample city names ${code}, which is not there`)
  return id
}

/** Builds units, lines, catalogue, limits, knowledge and staff through the verbs, in one transaction. */
export const buildCity = async (services: Services) => {
  const { directory, catalogue, knowledge, access } = services
  const passwordHash = await hashPassword(sampleSecrets.password)
  const ids = new Map<string, string>()
  await services.db.tx(async (tx) => {
    for (const { parent, ...unit } of units) {
      const made = await directory.createUnitIn(tx, builder, {
        ...unit,
        parentId: parent === null ? null : must(ids, parent),
      })
      ids.set(unit.code, made.id)
    }
    for (const line of lines) await directory.createLineIn(tx, builder, line)
    for (const node of matterNodes) await catalogue.createMatterIn(tx, builder, { ...node, leaf: null })
    for (const { limit, unit, kind, route, urgency, examples, examplesEn, ...node } of matterLeaves) {
      const leaf = {
        kind,
        route,
        urgency,
        unitId: unit === null ? null : must(ids, unit),
        examples: [...examples, ...examplesEn],
      }
      await catalogue.createMatterIn(tx, builder, { ...node, leaf })
      if (limit) await catalogue.createLimitRuleIn(tx, builder, { ...limit, matterCode: node.code })
    }
    for (const limit of limits) await catalogue.createLimitRuleIn(tx, builder, limit)
    for (const { unit, validDays, matter, ...article } of articles) {
      await knowledge.createArticleIn(tx, builder, {
        ...article,
        matterCode: matter,
        unitId: must(ids, unit),
        validDays,
      })
    }
    for (const { unit, ...person } of staff)
      await access.createStaffIn(tx, builder, { ...person, unitId: must(ids, unit), passwordHash })
  })
  return { units: units.length, matters: matterLeaves.length, staff: staff.length }
}
