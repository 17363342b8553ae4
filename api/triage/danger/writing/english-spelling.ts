import { ordinaryWords } from './ordinary-words.ts'

const listed = (words: string): string[] => words.trim().split(/\s+/)

/** English words of danger and of those in it that people misspell; a word of four letters only by a letter more, doubled, or two changed round. */
const core = listed(`
fire smoke smoking flames burning burned burnt blaze
leak leaks leaking leaked smell smells smelling carbon monoxide fumes cylinder pipeline
suicide suicidal overdose overdosed killing killed himself herself myself hanging hanged anymore sleeping tablets jumping jumped bridge
knife knives weapon attack attacked attacking stabbed stabbing beating beaten fighting robbed robbery robbing raped raping kidnap kidnapped kidnapping
stalked stalking stalker following threatening threatened murder murdered strangling assaulted assault hostage burglar intruder shooting shot domestic violence
drowning drowned river water swimming underwater swept flooded
trapped stuck elevator escalator locked buried rubble rescue
collapse collapsed collapsing ceiling building scaffolding scaffold falling falls crumbling landslide balcony
electrocuted electric electrical electricity shocked sparking sparks powerline cable transformer
accident crash crashed crashing collision pedestrian motorbike motorcycle vehicle truck overturned driver cyclist
bleeding blood breathing breathe breath heart stroke seizure choking choked unconscious unresponsive ambulance passed fainted fainting
injured injuries vomiting allergic poison poisoned poisoning swallowed convulsing contractions labour
explosion explosions exploded exploding explode
missing disappeared daughter dementia wandered kidnapped
help emergency people someone somebody inside apartment bathroom bedroom kitchen upstairs downstairs stairwell hallway basement neighbour neighbor
husband friend brother sister mother father child children grandma grandmother grandfather boyfriend girlfriend stranger everywhere
trying going coming please quickly
`)

/** Short words, and such as are farther from what was meant. */
const known: Record<string, string> = {
  fier: 'fire',
  fyre: 'fire',
  fyer: 'fire',
  fiyah: 'fire',
  fiire: 'fire',
  smok: 'smoke',
  gaz: 'gas',
  gass: 'gas',
  gaas: 'gas',
  lek: 'leak',
  nife: 'knife',
  nifes: 'knives',
  knifes: 'knives',
  gunn: 'gun',
  kil: 'kill',
  killin: 'killing',
  ded: 'dead',
  dieing: 'dying',
  bom: 'bomb',
  bomm: 'bomb',
  blud: 'blood',
  blod: 'blood',
  hed: 'head',
  strok: 'stroke',
  breth: 'breath',
  breathin: 'breathing',
  bleedin: 'bleeding',
  chocking: 'choking',
  unconcious: 'unconscious',
  unconshus: 'unconscious',
  suiside: 'suicide',
  suecide: 'suicide',
  soocide: 'suicide',
  wier: 'wire',
  hous: 'house',
  wanna: 'want to',
  gonna: 'going to',
  plz: 'please',
  pls: 'please',
  sum1: 'someone',
  hes: "he's",
  shes: "she's",
  theyre: "they're",
  theres: "there's",
  isnt: "isn't",
  arent: "aren't",
  doesnt: "doesn't",
  didnt: "didn't",
  dont: "don't",
  wont: "won't",
  im: "i'm",
  ive: "i've",
}
/** Words of their own: what was meant is told by the word beside them. */
const besides: [RegExp, string][] = [
  [
    /\b(gas|water|pipe|propane|oil|chemical|ammonia)((?: (?:is|are|was|has been))? )leek(?=s?\b|ing\b|ed\b)/g,
    '$1$2leak',
  ],
  [/\bleek(?=(?:s|ing|ed)? (?:of )?(?:gas|water|propane|fumes)\b)/g, 'leak'],
  [/\bhart (?=attack|stop|pain)/g, 'heart '],
  [/\b(want to|going to|will|i'll|let me) dye\b(?! (?:my|her|his|the|a|it|hair|cloth))/g, '$1 die'],
  [/\bbrake in\b/g, 'break in'],
]
const beside = /\b(?:leek|dye|brake in|hart )/

const correct = new Set([...core, ...Object.values(known)])
const ordinary = new Set(ordinaryWords)
/** The words by first letter and length, for few are compared. */
const place = (first: number, length: number): number => (first & 31) * 32 + Math.min(length, 31)
const byPlace: string[][] = Array.from({ length: 1024 }, () => [])
for (const word of core) byPlace[place(word.charCodeAt(0), word.length)]?.push(word)

/** How many letters are put in, left out, changed or swapped with the next, as far as it is told: more than `most` is `most + 1`. */
const distance = (one: string, other: string, most: number): number => {
  let start = 0
  while (start < one.length && one.charCodeAt(start) === other.charCodeAt(start)) start++
  let [a, b] = [one.length, other.length]
  while (a > start && b > start && one.charCodeAt(a - 1) === other.charCodeAt(b - 1)) {
    a--
    b--
  }
  const [left, right] = [one.slice(start, a), other.slice(start, b)]
  if (left.length === 0 || right.length === 0) return Math.max(left.length, right.length)
  if (left.length > most + 1 || right.length > most + 1) return most + 1
  if (left.length === 1 && right.length === 1) return 1
  if (left.length === 2 && right.length === 2)
    return left.charAt(0) === right.charAt(1) && left.charAt(1) === right.charAt(0) ? 1 : 2
  return left.length === right.length ? most + 1 : Math.max(left.length, right.length)
}

/**
 * The word of danger that a word is a misspelling of, itself where it is right, null where it is neither. The first letter is right, as
 * it nearly always is; one slip in a word, two in a long one.
 * @internal exported for its test
 */
export const near = (word: string): string | null => {
  if (correct.has(word)) return word
  if (word.length < 4) return null
  const first = word.charCodeAt(0)
  for (let length = word.length - 2; length <= word.length + 2; length++) {
    const most = length >= 9 ? 2 : 1
    if (length < 4 || Math.abs(length - word.length) > most) continue
    for (const candidate of byPlace[place(first, length)] ?? []) {
      if (length === 4 && word.length === 4 && !swapped(word, candidate)) continue
      if (distance(word, candidate, most) <= most) return candidate
    }
  }
  return null
}
const swapped = (word: string, candidate: string): boolean =>
  word.length === candidate.length && [...word].toSorted().join('') === [...candidate].toSorted().join('')

const mend = (word: string): string => {
  if (correct.has(word) || ordinary.has(word)) return word
  if (word.endsWith("'s")) return `${mend(word.slice(0, -2))}'s`
  const short = word.replace(/([a-z])\1{2,}/g, '$1')
  return known[short] ?? near(short) ?? word
}
const latin = /[a-z]/
const word = /[a-z][a-z']*[0-9]?/g

/** English with its words of danger spelt right: `he's not breathin`, `gas leek`. Any other word stays as it is. */
export const mendEnglish = (text: string): string => {
  if (!latin.test(text)) return text
  const mended = text.replace(word, mend)
  return beside.test(mended) ? besides.reduce((read, [pattern, meant]) => read.replace(pattern, meant), mended) : mended
}
