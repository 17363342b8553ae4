import type { DirectoryReads } from '../directory/directory.cache.ts'
import type { Route } from '../vocabulary/catalogue.ts'

/** The units a matter goes to: who leads (主办), who gets a copy (抄送), and why, as a code for the console. */
export interface Responsible {
  leadId: string
  copyIds: string[]
  why: 'matterUnit' | 'streetOfPlace' | 'districtOfPlace'
}

type Units = Pick<DirectoryReads, 'unitById'>

/** The district and street of a place as the directory has them; an id of the wrong level or of a retired unit counts as unknown. */
const areaOf = (units: Units, districtId: string | null, streetId: string | null) => {
  const at = (id: string | null, level: string) => {
    const unit = id === null ? undefined : units.unitById(id)
    return unit?.active && unit.level === level ? unit : undefined
  }
  const street = at(streetId, 'street')
  // The street knows its district better than whoever filled in the form.
  const district = at(street?.parentId ?? districtId, 'district')
  return { street, district }
}

/**
 * Who is responsible: the matter's own unit; or the street of the place with a copy to its district (BJ 12(1)); or, when only the
 * district is known or the matter is a district's, the district. Null when the place is needed and not known: a person decides.
 */
export const responsibleUnits = (
  units: Units,
  matter: { route: Route | null; unitId: string | null },
  districtId: string | null,
  streetId: string | null,
): Responsible | null => {
  if (matter.route === null) return null
  if (matter.route === 'unit') {
    const unit = matter.unitId === null ? undefined : units.unitById(matter.unitId)
    return unit?.active ? { leadId: unit.id, copyIds: [], why: 'matterUnit' } : null
  }
  const { street, district } = areaOf(units, districtId, streetId)
  if (matter.route === 'street' && street)
    return { leadId: street.id, copyIds: district ? [district.id] : [], why: 'streetOfPlace' }
  return district ? { leadId: district.id, copyIds: [], why: 'districtOfPlace' } : null
}
