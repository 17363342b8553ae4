import type { FeatureReader } from '../learning/features.rules.ts'
import { isIdeograph } from '../text.rules.ts'

const start = 0x811c9dc5
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || code === 0x27

/** Letters that stand for an English word in all its forms, and what tells them from a word of that length. */
const stemLength = 5
const stemSign = 0x2a

/**
 * Features of a normalised text that can mean danger: up to three Chinese characters, an English word, its stem, and two words. Unlike the
 * features of a matter they keep the small words: *not*, *can't*, *off* are half of what people say in danger.
 */
export const eachDangerFeature: FeatureReader = (text, add) => {
  let before = 0
  let beforeStart = -1
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    if (isIdeograph(code)) {
      let hash = start
      for (let end = at + 1; end <= at + 3; end++) {
        const next = text.charCodeAt(end - 1)
        if (!isIdeograph(next)) break
        hash = mix(hash, next)
        add(hash >>> 2, at, end)
      }
      beforeStart = -1
      at++
    } else if (isLetter(code)) {
      let hash = start
      let stem = 0
      let end = at
      for (; end < text.length && isLetter(text.charCodeAt(end)); end++) {
        if (end - at === stemLength) stem = hash
        hash = mix(hash, text.charCodeAt(end))
      }
      add(hash >>> 2, at, end)
      if (stem !== 0) add(mix(stem, stemSign) >>> 2, at, end)
      if (beforeStart >= 0) add(mix(before, hash) >>> 2, beforeStart, end)
      before = hash
      beforeStart = at
      at = end
    } else at++
  }
}
