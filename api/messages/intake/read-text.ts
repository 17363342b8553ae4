import type { Triage } from '../../triage/triage.types.ts'
import { isFree, wordToHeed } from './intake.rules.ts'
import type { IncomingText } from '../../telephony/text-events.types.ts'
import type { Heard } from './intake.types.ts'
import { readWord, toldMatter } from '../keywords/keywords.rules.ts'
import type { TextLocale } from '../../vocabulary/locale.ts'

/** Reads a text before the transaction: cleaned, its word recognised, and classified where it tells something in its own words. */
export const hear = (triage: Pick<Triage, 'propose'>, incoming: IncomingText): Heard => {
  // PostgreSQL cannot store NUL; the network strips it as well.
  const text = incoming.body.replaceAll('\0', '').trim()
  const word = wordToHeed(readWord(text, incoming.optOut), incoming.media.length)
  const told = word?.word === 'newRequest' ? toldMatter(text) : text
  return {
    text,
    told,
    pictures: incoming.media.length,
    word,
    proposal: isFree(word) && told !== '' ? triage.propose(told) : null,
  }
}

/** The language to answer in: the word's or the text's own, the citizen's where there are only digits or pictures. */
export const answerLocale = (heard: Heard, citizenLocale: string | null): TextLocale =>
  heard.word?.locale ??
  (heard.word === null && /\p{L}/u.test(heard.text) ? heard.proposal?.language : undefined) ??
  (citizenLocale?.startsWith('en') ? 'en' : 'zh')
