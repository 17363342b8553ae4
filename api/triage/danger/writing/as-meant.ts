import { mendMisheard, readPinyin } from './by-sound.ts'
import { dialect } from './dialect.ts'
import { mendEnglish } from './english-spelling.ts'
import { replaceWords } from './replace-words.ts'
import { slips } from './slips.ts'

const inCommonWords = replaceWords({ ...dialect, ...slips })

/**
 * A normalised text as it was meant, for whoever looks for danger in it: the words of the country's speeches in common ones, slips of
 * the keyboard and of the input method mended, pinyin in characters, English spelt. Only words of danger are mended; what is said
 * otherwise stays.
 */
export const asMeant = (text: string): string => mendMisheard(inCommonWords(readPinyin(mendEnglish(text))))
