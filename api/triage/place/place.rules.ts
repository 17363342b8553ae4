import { addressesIn } from './address.rules.ts'
import type { Span } from './address.rules.ts'
import type { TriageArea } from '../../catalogue/teaching.types.ts'
import { simplify } from '../../platform/writing/simplify.ts'

/** A place found in a text, and the areas it lies in where those are known. */
export interface Place {
  text: string
  districtId: string | null
  streetId: string | null
}
interface Mention extends Span {
  areas: TriageArea[]
}

/** The place is said early; what follows is the grievance. */
const readLength = 1_000

/** Finds the place a text names and the district and street (unit ids) it lies in. */
export type PlaceFinder = (text: string) => Place | null

const fullName = /(?:区|县|街道|镇|乡|新区|district|county|subdistrict|town|township|street|new area)$/
/** What may follow a short name without changing it: 长风新村 + 街道. */
const rank = /^(?:街道办事处|街道|新区|区|镇|县|乡|\s(?:district|subdistrict|town|county)\b)/
/** After a short name these make another name of it: 长宁路 is no sign of 长宁区. */
const otherName =
  /^(?:[东南西北中]?(?:路|街(?!道)|大道|公路|大桥|桥|江|河|港|寺|公园|医院|大厦|广场|站|弄|新村|中学|小学|体育)|\s(?:road|rd|street|st|avenue|river|park|temple|hospital|station|bridge)\b)/

const createAreaIndex = (areas: TriageArea[]) => {
  const byName = new Map<string, TriageArea[]>()
  for (const area of areas) {
    for (const raw of area.names) {
      const name = simplify(raw.normalize('NFKC')).toLowerCase().trim()
      if (name.length < 2) continue
      const known = byName.get(name)
      if (!known) byName.set(name, [area])
      else if (!known.includes(area)) known.push(area)
    }
  }
  const byFirst = new Map<string, string[]>()
  for (const name of byName.keys()) byFirst.set(name.slice(0, 1), [...(byFirst.get(name.slice(0, 1)) ?? []), name])
  for (const names of byFirst.values()) names.sort((a, b) => b.length - a.length)
  return { byName, byFirst }
}

const isHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)
const wordEdge = (text: string, at: number): boolean => !/[a-z]/.test(text.slice(at, at + 1))

/**
 * Creates the finder for a city's districts and streets. Longest name wins; a name that several areas bear is decided by a district
 * named beside it, otherwise left open; a street brings its district. Takes tidy text in simplified characters, capitals and all.
 */
export const createPlaceFinder = (areas: TriageArea[]): PlaceFinder => {
  const { byName, byFirst } = createAreaIndex(areas)

  const mentionsIn = (text: string): Mention[] => {
    const found: Mention[] = []
    for (let at = 0; at < text.length; at++) {
      const names = byFirst.get(text.charAt(at))
      const name = names?.find((candidate) => {
        if (!text.startsWith(candidate, at)) return false
        const end = at + candidate.length
        if (!isHan(candidate) && !(wordEdge(text, end) && (at === 0 || wordEdge(text, at - 1)))) return false
        return fullName.test(candidate) || !otherName.test(text.slice(end, end + 12))
      })
      if (name === undefined) continue
      const end = at + name.length + (rank.exec(text.slice(at + name.length, at + name.length + 14))?.[0].length ?? 0)
      found.push({ start: at, end, areas: byName.get(name) ?? [] })
      at = end - 1
    }
    return found
  }
  const settle = (mentions: Mention[]): { districtId: string | null; streetId: string | null; spans: Span[] } => {
    const sure = mentions.filter((mention) => mention.areas.length === 1)
    const districts = new Set(sure.flatMap(({ areas: [area] }) => (area?.level === 'district' ? [area.unitId] : [])))
    const fits = ({ areas: all }: Mention): TriageArea[] => {
      const streets = all.filter((area) => area.level === 'street')
      const inside = streets.filter((area) => area.parentId !== null && districts.has(area.parentId))
      // A street outside the district that is named beside it is another place of the same name.
      return inside.length > 0 ? inside : districts.size > 0 ? [] : streets
    }
    const street = mentions.map(fits).find((candidates) => candidates.length === 1)?.[0]
    const unsure = [
      ...new Set(mentions.flatMap((mention) => mention.areas.filter((area) => area.level === 'district'))),
    ]
    const district =
      street?.parentId ?? [...districts][0] ?? (unsure.length === 1 ? unsure[0]?.unitId : undefined) ?? null
    const chosen = new Set([street?.unitId, district])
    return {
      districtId: district,
      streetId: street?.unitId ?? null,
      spans: mentions.filter((m) => m.areas.some((a) => chosen.has(a.unitId))),
    }
  }
  /** Joins neighbouring spans (at most two characters between) and takes the longest run that holds an address, or the first. */
  const join = (text: string, spans: Span[]): string | null => {
    const runs: Span[] = []
    for (const span of [...spans].sort((a, b) => a.start - b.start)) {
      const last = runs.at(-1)
      if (last && span.start <= last.end + 2 && !/[。！？!?;；]/.test(text.slice(last.end, span.start)))
        last.end = Math.max(last.end, span.end)
      else runs.push({ ...span })
    }
    const best = runs.reduce<Span | null>(
      (long, run) => (long === null || run.end - run.start > long.end - long.start ? run : long),
      null,
    )
    return best && text.slice(best.start, best.end).trim()
  }
  return (text) => {
    const read = text.slice(0, readLength)
    const { districtId, streetId, spans } = settle(mentionsIn(read.toLowerCase()))
    const said = join(read, [...spans, ...addressesIn(read)])
    return said === null || said === '' ? null : { text: said, districtId, streetId }
  }
}
