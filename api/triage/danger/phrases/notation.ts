/**
 * The notation of the danger and harmless word lists. A phrase is what people say, with
 * `<name>` one word of a group, `(a|b)` one of several, `(a)?` perhaps, `~` a short gap (3 characters or 2 words) and `~~` a longer one
 * (8 characters or 5 words), never across a comma, `*` the rest of an English word. It must begin with a word, not with a gap.
 */
export interface PhraseList {
  zh: string[]
  en: string[]
}
/** Words that stand for one another in phrases: `water: '河|江|湖'`. */
export type SynonymGroups = Record<string, string>

/** A stretch of the text that a phrase matched, end exclusive, and the number of its list. */
export interface PhraseHit {
  list: number
  start: number
  end: number
}

/** Finds the phrases of the compiled lists in a lower-case text, in the order of the text; each list goes on behind its hit. */
type FindPhrases = (text: string) => PhraseHit[]

/** Makes the search for lists of phrases; two ways of doing it give the same hits. */
export type CompilePhrases = (lists: readonly PhraseList[], groups: SynonymGroups) => FindPhrases

const gap = { zh: '[^，,。、:：·！!？?；;]', en: "(?:[\\w'’-]+ )" } as const

/** A phrase with its groups written out; throws where it names one that is not there. */
export const expand = (phrase: string, groups: SynonymGroups): string =>
  phrase.replace(/<(\w+)>/g, (_, name: string) => {
    const words = groups[name]
    if (words === undefined) throw new Error(`no such word group: ${name}`)
    return `(?:${expand(words, groups)})`
  })

/** A phrase without groups, as a regular expression's source. */
export const sourceOf = (expanded: string, language: keyof PhraseList): string =>
  language === 'zh'
    ? expanded.replaceAll('~~', `${gap.zh}{0,8}?`).replaceAll('~', `${gap.zh}{0,3}?`)
    : `${expanded
        .replaceAll('~~ ', `${gap.en}{0,5}?`)
        .replaceAll('~ ', `${gap.en}{0,2}?`)
        .replace(/(?<=\w)\*/g, '\\w*')}(?![a-z0-9])`

const isWordPart = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)

/** Whether a phrase may begin here: at any Chinese character or sign, but not inside a word of Latin letters and digits. */
export const mayBegin = (text: string, at: number): boolean =>
  !isWordPart(text.charCodeAt(at)) || at === 0 || !isWordPart(text.charCodeAt(at - 1))
