/**
 * Runs of what words are made of: letters, marks and digits of any writing, and signs between two Latin letters or digits (1-1-5, 3.5,
 * a@b.cn). Punctuation parts them.
 */
const runs = /[\p{L}\p{M}\p{N}]+(?:(?<=[a-z0-9])[-./:_@+&'#](?=[a-z0-9])[\p{L}\p{M}\p{N}]+)*/gu

/** In the index words stand between spaces, and its ASCII signs would part them: another sign stands for each. */
const signs = /[-./:_@+&'#]/g
const storedSign = (sign: string) => String.fromCharCode(0x2800 + sign.charCodeAt(0))

/** The index holds two neighbours of anything, and three of what is no ideograph: two letters or digits alone are too common. */
const ideograph = /\p{Script=Han}/u

interface Run {
  characters: string[]
  /** Whether three from a place on are a token. */
  threeFrom(at: number): boolean
}

const runsOf = (form: string): Run[] =>
  Array.from(form.matchAll(runs), ([run]) => {
    const characters = Array.from(run.replaceAll(signs, storedSign))
    const narrow = characters.map((character) => !ideograph.test(character))
    const threeFrom = (at: number) => narrow[at] === true && narrow[at + 1] === true && narrow[at + 2] === true
    return { characters, threeFrom }
  })

/** Every token of a text in `searchForm`. */
export const gramsOf = (form: string): Set<string> => {
  const grams = new Set<string>()
  for (const { characters, threeFrom } of runsOf(form))
    for (let at = 0; at + 1 < characters.length; at++) {
      const two = `${characters[at]}${characters[at + 1]}`
      grams.add(two)
      if (threeFrom(at)) grams.add(`${two}${characters[at + 2]}`)
    }
  return grams
}

/** Tokens of a search at most: of a pasted text these leave hardly anything else, and each costs a look. */
const mostGrams = 16

/**
 * Tokens that every text has in which a word stands as it is: a part of those of `gramsOf`, spread over a long one. None for a single character or
 * signs alone.
 */
export const gramsNeeded = (word: string): string[] => {
  const grams = new Set<string>()
  for (const { characters, threeFrom } of runsOf(word))
    for (let at = 0; at + 1 < characters.length; at++) {
      if (threeFrom(at)) grams.add(characters.slice(at, at + 3).join(''))
      // two within three say nothing more
      else if (at === 0 || !threeFrom(at - 1)) grams.add(`${characters[at]}${characters[at + 1]}`)
    }
  return spread([...grams], mostGrams)
}

/** So many of some things, from all over them. */
export const spread = <Item>(items: readonly Item[], most: number): Item[] =>
  items.length <= most
    ? [...items]
    : items.filter((_, at) => Math.floor((at * most) / items.length) !== Math.floor(((at - 1) * most) / items.length))
