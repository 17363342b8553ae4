import { visible } from '../../platform/writing/visible.ts'
import type { TextLocale } from '../../vocabulary/locale.ts'
import { countFiles } from '../../vocabulary/file.ts'
import type { IncomingText } from '../../telephony/text-events.types.ts'
import type { Triage } from '../../triage/triage.types.ts'
import { ownWordsOf, readKeyword, type Keyword } from '../keywords/keywords.rules.ts'
import { readMachineWords } from '../machines/machine-text.rules.ts'
import { isTapOnOurs, readReaction, withoutOurs } from '../machines/quotes.rules.ts'
import { isServiceNumber } from '../machines/sender-kind.rules.ts'
import type { ReadText } from './intake.types.ts'

/** Whether files came with a text. */
export const hasFiles = ({ files }: Pick<ReadText, 'files'>) => Object.keys(files).length > 0

/** Whether a text is told in the citizen's own words, so that triage must read it. */
export const isFree = (keyword: Keyword | null) =>
  keyword === null || (keyword.kind === 'newRequest' && keyword.rest !== '')

/** Keywords that are only said along with a file: the file is what matters. */
const besideFiles: ReadonlySet<string> = new Set(['help', 'thanks', 'yes', 'no', 'never', 'newRequest'])

/** The keyword a text is to be taken for; null where it only goes with a file, which no keyword may lose. */
const keywordToHeed = (keyword: Keyword | null, files: number): Keyword | null =>
  keyword !== null && files > 0 && keyword.rest === '' && besideFiles.has(keyword.kind) ? null : keyword

/** What wrote a text, where no person did, and what was tapped. What the carrier or we read as a refusal is always a person's. */
const machineOf = (
  text: string,
  incoming: Pick<IncomingText, 'from' | 'optOut'>,
  keyword: Keyword | null,
  isLine: boolean,
): Pick<ReadText, 'machine' | 'tapped'> => {
  if (incoming.optOut !== null || keyword?.kind === 'stop' || keyword?.kind === 'start')
    return { machine: null, tapped: null }
  const reaction = readReaction(text)
  if (reaction) return { machine: 'reaction', tapped: reaction.tapped }
  const service = isLine || isServiceNumber(incoming.from) ? 'service' : null
  return { machine: readMachineWords(text) ?? service, tapped: null }
}

/**
 * Reads a text before the transaction: cleaned, its keyword recognised, and classified where it says something in its own words. `isLine`: it comes
 * from a number of the hotline itself.
 */
export const readText = (triage: Pick<Triage, 'propose'>, incoming: IncomingText, isLine: boolean): ReadText => {
  // PostgreSQL cannot store NUL; the network strips it as well.
  const text = incoming.body.replaceAll('\0', '').trim()
  const found = keywordToHeed(readKeyword(text, incoming.optOut), incoming.media.length)
  const own = found?.kind === 'newRequest' ? ownWordsOf(text) : text
  const ownWords = visible(own) === '' ? '' : own
  const keyword = found?.kind === 'newRequest' && ownWords === '' ? { ...found, rest: '' } : found
  return {
    text,
    ownWords,
    files: countFiles(incoming.media.map(({ contentType }) => contentType)),
    keyword,
    ...machineOf(text, incoming, keyword, isLine),
    resumes: incoming.resumes === true || incoming.optOut === 'start',
    proposal: isFree(keyword) && ownWords !== '' ? triage.propose(ownWords) : null,
  }
}

/** Reads a text again that quotes texts of ours (`ours`, the newest to its sender): what it says is what stands beside them. */
export const readBesideOurs = (
  triage: Pick<Triage, 'propose'>,
  incoming: IncomingText,
  reading: ReadText,
  { ours, isLine }: { ours: readonly string[]; isLine: boolean },
): ReadText => {
  const { text, tapped } = reading
  // Who taps on somebody else's words of a danger passes them on.
  if (tapped !== null)
    return reading.proposal?.danger && !isTapOnOurs(tapped, ours)
      ? { ...reading, machine: null, tapped: null }
      : reading
  const own = withoutOurs(text, ours)
  if (own === text || hasFiles(reading)) return reading
  if (own === '') return { ...reading, machine: 'quote' }
  return { ...readText(triage, { ...incoming, body: own }, isLine), text }
}

/** The language to answer in: the keyword's or the text's own, the citizen's where there are only digits or pictures. */
export const answerLocale = (reading: ReadText, citizenLocale: string | null): TextLocale =>
  reading.keyword?.locale ??
  (reading.keyword === null && /\p{L}/u.test(reading.text) ? reading.proposal?.language : undefined) ??
  (citizenLocale?.startsWith('en') ? 'en' : 'zh')
