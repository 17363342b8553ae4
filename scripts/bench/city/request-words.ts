import type { Random } from '../../sample-city/random.ts'

/** What a request of a story says, told of another place and with other numbers, now and then with a sentence more. */
export const retold = (request: string, places: readonly string[], clauses: readonly string[], random: Random) => {
  const place = `${random.pick(places)}${1 + Math.floor(random.next() * 1_500)}弄`
  const numbers = request.replaceAll(/\d{1,4}/g, (found) => String(1 + Math.floor(random.next() * 10 ** found.length)))
  const more = random.next() < 0.6 ? `，${random.pick(clauses)}` : ''
  return { place, request: `${place}，${numbers}${more}`, title: `${place}，${numbers}`.slice(0, 60) }
}

/** The clauses that stories are told in, to be put together anew. */
export const clausesOf = (requests: readonly string[]): string[] => [
  ...new Set(
    requests.flatMap((request) =>
      request.split(/[，。！？；\n]/).filter((part) => part.length >= 5 && part.length <= 24),
    ),
  ),
]
