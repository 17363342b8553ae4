import { z } from 'zod'
import type { DirectoryReads } from '../directory/directory.cache.ts'
import type { LimitRow, Matter } from './catalogue.store.ts'
import type { Catalogue, MatterNode } from './catalogue.ts'
import { grades, kinds, limitStarts, limitUnits, routes, urgencies } from '../vocabulary/catalogue.ts'

/** A limit and how well it is founded: the console shows the grade beside it. */
export const LimitDto = z
  .object({
    id: z.string(),
    matterCode: z.string().nullable(),
    kind: z.enum(kinds).nullable(),
    urgency: z.enum(urgencies).nullable(),
    value: z.number(),
    unit: z.enum(limitUnits),
    startEvent: z.enum(limitStarts),
    basis: z.string(),
    basisEn: z.string(),
    grade: z.enum(grades),
    validFrom: z.iso.datetime(),
    validTo: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Limit' })
/** A limit with its legal basis and grade, as it goes out. */
export const toLimitDto = (row: LimitRow) =>
  LimitDto.parse({ ...row, validFrom: row.validFrom.toISOString(), validTo: row.validTo?.toISOString() ?? null })

/** A node of the catalogue as the console sees it: a branch, or a leaf with who is responsible and within what limit. */
export const MatterDto = z
  .object({
    code: z.string(),
    parentCode: z.string().nullable(),
    level: z.number(),
    name: z.string(),
    nameEn: z.string(),
    /** Null on branches, as are route, unit, urgency and limit. */
    kind: z.enum(kinds).nullable(),
    route: z.enum(routes).nullable(),
    /** With route `unit` who is responsible; otherwise the bureau that guides the matter, if any. */
    unit: z.object({ id: z.string(), name: z.string(), nameEn: z.string() }).nullable(),
    urgency: z.enum(urgencies).nullable(),
    limit: LimitDto.nullable(),
    examples: z.array(z.string()),
  })
  .meta({ id: 'Matter' })
export type MatterDto = z.infer<typeof MatterDto>

/** A matter with what hangs on it. */
export interface MatterTreeDto extends MatterDto {
  children: MatterTreeDto[]
}
/** The name keeps the two trees apart in the API’s document. */
export const MatterTreeDto: z.ZodType<MatterTreeDto> = MatterDto.extend({
  get children() {
    return z.array(MatterTreeDto)
  },
}).meta({ id: 'MatterTree' })

/** A leaf as found by searching, with the names of the branches above it, topmost first. */
export const MatterHitDto = MatterDto.extend({
  path: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
}).meta({ id: 'MatterHit' })

const UnitRef = z.object({ id: z.string(), name: z.string(), nameEn: z.string() }).meta({ id: 'UnitName' })
/** Who is responsible for a matter at a place, who gets a copy, and by which rule. */
export const ResponsibleDto = z
  .object({
    lead: UnitRef,
    copies: z.array(UnitRef),
    why: z.enum(['matterUnit', 'streetOfPlace', 'districtOfPlace']),
  })
  .meta({ id: 'Responsible' })

/** Where the names and limits come from that a matter only refers to. */
export interface MatterNames {
  directory: Pick<DirectoryReads, 'unitById'>
  catalogue: Pick<Catalogue, 'limitFor' | 'branchesOf'>
}

/** A matter with its unit and the limit that holds at a moment. */
export const toMatterDto = ({ directory, catalogue }: MatterNames, matter: Matter, at: Date): MatterDto => {
  const { code, kind, urgency, unitId } = matter
  const limit = kind && urgency ? catalogue.limitFor({ matterCode: code, kind, urgency, at }) : null
  return MatterDto.parse({
    ...matter,
    unit: (unitId && directory.unitById(unitId)) || null,
    limit: limit && toLimitDto(limit),
  })
}

/** A matter and everything under it. */
export const toMatterTreeDto = (names: MatterNames, node: MatterNode, at: Date): MatterTreeDto => ({
  ...toMatterDto(names, node.matter, at),
  children: node.children.map((child) => toMatterTreeDto(names, child, at)),
})

/** A matter that was searched for, with the branches above it, the topmost first. */
export const toMatterHitDto = (names: MatterNames, matter: Matter, at: Date) =>
  MatterHitDto.parse({ ...toMatterDto(names, matter, at), path: names.catalogue.branchesOf(matter).reverse() })
