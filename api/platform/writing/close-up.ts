const han = '\\p{Script=Han}'
/** What people put between characters to set them apart, or to get past a filter. */
const mark = '[\\s.·・‧•*_^|=#~+/,，、。…!！?？;；:：\\-—@&`´]'
const setApart = new RegExp(`${han}+(?:${mark}{1,3}${han}+)+`, 'gu')
const joint = new RegExp(`${mark}{1,3}`, 'u')
const joints = new RegExp(`(${mark}{1,3})`, 'u')
/** Never parts sentences where it stands between two characters. */
const meaningless = /^[·・‧•*_^|=#@&`´]+$/u
/** Lists things, or parts clauses: only a whole row of single characters is taken for a word. */
const listing = /^[、，,]$/u
const clausal = /^[\s。，,！!？?；;：:…]+$/u

const oneCharacter = /^.$/su

/** Single characters in a row, parted alike, that must stand there before marks between them mean nothing. */
const leastRow = (between: string): number => (listing.test(between) ? 4 : 3)

/** Whether what stands between two pieces parts words or sentences (true), or only characters. */
const closes = (pieces: readonly string[], between: readonly string[], gap: number): boolean => {
  const sign = between[gap] ?? ''
  const [left, right] = [pieces[gap] ?? '', pieces[gap + 1] ?? '']
  if (meaningless.test(sign)) return true
  const single = (at: number): boolean => oneCharacter.test(pieces[at] ?? '')
  if (/^\s+$/u.test(sign)) return single(gap) || single(gap + 1) || (left.length <= 2 && right.length <= 2)
  const least = leastRow(sign)
  let row = 0
  for (let at = gap; row < least && single(at) && (at === gap || between[at] === sign); at--) row++
  for (let at = gap + 1; row < least && single(at) && between[at - 1] === sign; at++) row++
  return row === least && ((single(gap) && single(gap + 1)) || !clausal.test(sign))
}

const closeRun = (run: string): string => {
  const parts = run.split(joints)
  const pieces = parts.filter((_, at) => at % 2 === 0)
  const between = parts.filter((_, at) => at % 2 === 1)
  return pieces
    .map((piece, at) => piece + (at < between.length && !closes(pieces, between, at) ? between[at] : ''))
    .join('')
}

/** Letters set apart, three or more by the same sign: `s.u.i.c.i.d.e`; two blanks part the words of `g a s  l e a k`. */
const letters = /(?<![\p{L}\p{M}\p{N}])[a-z](?:([ .\-_*·])[a-z](?![\p{L}\p{M}]))(?:\1[a-z](?![\p{L}\p{M}]))+/giu

/**
 * A text whose characters were set apart by blanks or signs, closed up: 煤 气 泄 漏, 煤.气.泄.漏 and `f i r e` read as they were meant. Signs that
 * part words and sentences stay. To be given text in one width (NFKC), before its blanks are made single.
 */
export const closeUp = (text: string): string => {
  const chinese = joint.test(text) && /\p{Script=Han}/u.test(text) ? text.replace(setApart, closeRun) : text
  return chinese.replace(letters, (run, sign: string) => run.replaceAll(sign, ''))
}
