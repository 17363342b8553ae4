import { pickLimit, type LimitQuestion } from '../clocks/limit.rules.ts'
import type { Directory } from '../directory/directory.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Committed } from '../platform/live/live.ts'
import type { Job } from '../platform/jobs.ts'
import type { TriageArea, TriageMatter } from './teaching.types.ts'
import { createCatalogueCache } from './catalogue.cache.ts'
import { loadLimits, loadMatters, newestMatter, type LimitRow, type Matter } from './catalogue.store.ts'
import { createLimitRuleIn } from './create-limit-rule.ts'
import { createMatterIn } from './create-matter.ts'
import { responsibleUnits, type Responsible } from './route.rules.ts'
import { searchMatters } from './search.rules.ts'

/** A node of the catalogue with what hangs on it. */
export interface MatterNode {
  matter: Matter
  children: MatterNode[]
}

/** What the catalogue is built from. */
export interface CatalogueDeps extends WriteDeps {
  directory: Directory
}

/** The dispatch catalogue (派单目录) and the limits: read from memory as they hold now, written by verbs. */
export const createCatalogue = async (deps: CatalogueDeps) => {
  const cache = createCatalogueCache()
  const now = () => deps.clock.now()
  const refresh = async (): Promise<void> => {
    const puts = cache.puts()
    const [matters, limits] = await Promise.all([loadMatters(deps.db), loadLimits(deps.db)])
    // What was committed while reading may be missing from what was read.
    if (cache.puts() !== puts) return refresh()
    cache.load({ matters, limits })
  }
  await refresh()

  const matterByCode = (code: string) => cache.matterByCode(code, now())
  const leaves = () => cache.matters(now()).filter(({ kind }) => kind !== null)
  /** The branches above a matter, nearest first. */
  const branchesOf = (matter: Matter): Matter[] => {
    const parent = matter.parentCode === null ? undefined : matterByCode(matter.parentCode)
    return parent ? [parent, ...branchesOf(parent)] : []
  }
  const tree = (): MatterNode[] => {
    const all = cache.matters(now())
    const under = (code: string | null): MatterNode[] =>
      all.filter(({ parentCode }) => parentCode === code).map((matter) => ({ matter, children: under(matter.code) }))
    return under(null)
  }
  /** Which limit holds, most specific first; null when the city has none. */
  const limitFor = (asked: LimitQuestion): LimitRow | null => {
    const rules = cache.limits()
    const picked = pickLimit(rules, asked)
    return rules.find(({ id }) => id === picked?.id) ?? null
  }

  return {
    refresh,
    /** Reads again what another server, or a script, has changed. */
    follow: async (events: Committed[]): Promise<void> => {
      if (events.some(({ topic }) => topic === 'matter' || topic === 'limit')) await refresh()
    },
    createMatterIn: createMatterIn(deps, cache),
    createLimitRuleIn: createLimitRuleIn(deps, cache),
    matterByCode,
    /** The newest row of a code as the open transaction sees it, before its commit, too. */
    findMatterIn: newestMatter,
    /** Also a matter that no longer holds: for naming what old tickets carry. */
    matterEver: cache.matterEver,
    codesUnder: cache.codesUnder,
    leaves,
    branchesOf,
    tree,
    search: (query: string, limit = 20) => searchMatters(leaves(), branchesOf, query, limit),
    limits: cache.limits,
    limitFor,
    /** Who leads and who gets a copy; null when nothing known says so, or there is no such leaf. */
    resolveUnits: ({
      matterCode,
      districtId,
      streetId,
    }: {
      matterCode: string
      districtId: string | null
      streetId: string | null
    }): Responsible | null => {
      const found = matterByCode(matterCode)
      return found ? responsibleUnits(deps.directory, found, districtId, streetId) : null
    },
    /** The leaves as the classifier needs them. */
    triageMatters: (): TriageMatter[] =>
      leaves().flatMap((matter) => {
        const { code, kind, urgency, route, unitId, name, nameEn, examples } = matter
        return kind && urgency && route ? [{ code, kind, urgency, route, unitId, names: [name, nameEn], examples }] : []
      }),
    /** Districts and streets as the place finder needs them. */
    triageAreas: (): TriageArea[] =>
      deps.directory.units().flatMap(({ id, level, parentId, name, nameEn, aliases, active }) => {
        if (!active || (level !== 'district' && level !== 'street')) return []
        return [
          { unitId: id, level, parentId: level === 'street' ? parentId : null, names: [name, nameEn, ...aliases] },
        ]
      }),
  }
}
export type Catalogue = Awaited<ReturnType<typeof createCatalogue>>

/** Keeps the memory of several processes together. */
export const catalogueJobs = (catalogue: Catalogue): Job[] => [
  {
    name: 'catalogue.refresh',
    everyMs: 30_000,
    run: async () => {
      await catalogue.refresh()
      return 1
    },
  },
]
