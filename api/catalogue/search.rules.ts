import { searchable } from '../platform/writing/searchable.ts'
import type { Matter } from './catalogue.store.ts'

/** How well a matter answers to what was typed; 0 not at all. Its own name counts more than its branches', those more than an example. */
const score = (matter: Matter, branches: readonly Matter[], words: readonly string[]) => {
  const names = searchable(`${matter.name} ${matter.nameEn} ${matter.code}`)
  const above = searchable(branches.map(({ name, nameEn }) => `${name} ${nameEn}`).join(' '))
  const said = searchable(matter.examples.join(' '))
  let total = 0
  for (const word of words) {
    const worth = names.startsWith(word)
      ? 8
      : names.includes(word)
        ? 5
        : above.includes(word)
          ? 2
          : said.includes(word)
            ? 1
            : 0
    if (worth === 0) return 0
    total += worth
  }
  return total
}

/** Leaves that hold every typed word in their name, a branch's name, their code or an example sentence; best first, then by code. */
export const searchMatters = (
  leaves: readonly Matter[],
  branchesOf: (matter: Matter) => readonly Matter[],
  query: string,
  limit: number,
): Matter[] => {
  const words = searchable(query)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return leaves
    .map((matter) => ({ matter, score: score(matter, branchesOf(matter), words) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score || (a.matter.code < b.matter.code ? -1 : 1))
    .slice(0, limit)
    .map((hit) => hit.matter)
}
