import { searchable } from '../platform/writing/searchable.ts'
import type { Sounds } from '../platform/writing/pinyin.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { DirectoryReads } from './directory.cache.ts'
import type { UnitTreeDto } from './directory.dto.ts'
import type { Unit } from './directory.store.ts'
import type { UnitLevel } from '../vocabulary/directory.ts'

/** Which units are asked for. */
export interface ListUnits {
  /** Part of a name, an alias or the code. */
  q?: string | undefined
  /** Names and aliases that sound so are found as well. */
  sounds?: Sounds | null
  level?: UnitLevel | undefined
  /** Only what stands directly under this unit. */
  parentId?: string | undefined
}

const levelOrder: readonly UnitLevel[] = ['city', 'bureau', 'enterprise', 'district', 'street']
const inOrder = (a: Unit, b: Unit) =>
  levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level) || (a.code < b.code ? -1 : 1)

/** Best is a name or alias that is what was typed, then one that begins so, then one that holds it; 0 none. */
const likeness = (unit: Unit, needle: string): number => {
  if (needle === '') return 1
  const names = [unit.name, unit.nameEn, unit.code, ...unit.aliases].map(searchable)
  if (names.includes(needle)) return 3
  if (names.some((name) => name.startsWith(needle))) return 2
  return names.some((name) => name.includes(needle)) ? 1 : 0
}

/** Units in force, best match first, then by level and code. The directory is open to all staff: a return names another unit. Throws `auth.forbidden`. */
export const listUnits =
  (directory: Pick<DirectoryReads, 'units'>) =>
  (actor: Actor, { q, sounds = null, level, parentId }: ListUnits): Unit[] => {
    demand(actor, 'directory.read')
    const needle = searchable(q ?? '')
    const heard = ({ name, aliases }: Unit) => (sounds === null ? 0 : Math.max(...[name, ...aliases].map(sounds)))
    return directory
      .units()
      .filter(
        (unit) =>
          unit.active &&
          (level === undefined || unit.level === level) &&
          (parentId === undefined || unit.parentId === parentId),
      )
      .map((unit) => ({ unit, score: Math.max(likeness(unit, needle), heard(unit)) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || inOrder(a.unit, b.unit))
      .map(({ unit }) => unit)
  }

/** The units in force as a tree, root first. Throws `auth.forbidden`. */
export const unitTree =
  (directory: Pick<DirectoryReads, 'units'>) =>
  (actor: Actor): UnitTreeDto[] => {
    demand(actor, 'directory.read')
    const active = directory
      .units()
      .filter((unit) => unit.active)
      .sort(inOrder)
    const under = (parentId: string | null): UnitTreeDto[] =>
      active.filter((unit) => unit.parentId === parentId).map((unit) => ({ ...unit, children: under(unit.id) }))
    return under(null)
  }
