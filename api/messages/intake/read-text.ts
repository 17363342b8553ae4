import type { Triage } from '../../triage/triage.types.ts'
import { isFree, keywordToHeed } from './intake.rules.ts'
import type { IncomingText } from '../../telephony/text-events.types.ts'
import type { ReadText } from './intake.types.ts'
import { readKeyword, ownWordsOf } from '../keywords/keywords.rules.ts'
import type { TextLocale } from '../../vocabulary/locale.ts'

/** Reads a text before the transaction: cleaned, its keyword recognised, and classified where it says something in its own words. */
export const readText = (triage: Pick<Triage, 'propose'>, incoming: IncomingText): ReadText => {
  // PostgreSQL cannot store NUL; the network strips it as well.
  const text = incoming.body.replaceAll('\0', '').trim()
  const keyword = keywordToHeed(readKeyword(text, incoming.optOut), incoming.media.length)
  const ownWords = keyword?.kind === 'newRequest' ? ownWordsOf(text) : text
  return {
    text,
    ownWords,
    pictures: incoming.media.length,
    keyword,
    proposal: isFree(keyword) && ownWords !== '' ? triage.propose(ownWords) : null,
  }
}

/** The language to answer in: the keyword's or the text's own, the citizen's where there are only digits or pictures. */
export const answerLocale = (reading: ReadText, citizenLocale: string | null): TextLocale =>
  reading.keyword?.locale ??
  (reading.keyword === null && /\p{L}/u.test(reading.text) ? reading.proposal?.language : undefined) ??
  (citizenLocale?.startsWith('en') ? 'en' : 'zh')
