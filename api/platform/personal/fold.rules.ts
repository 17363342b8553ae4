/** A text in one width, with the way back: `at[i]` is where the unit `i` of `text` stands in the original; one more for the end. */
export interface Folded {
  text: string
  at: number[]
}

/** Marks that nobody sees: format characters, variation selectors, the frame of a keycap. */
const unseen = /[\p{Cf}\u{FE00}-\u{FE0F}\u{20E3}]/u

/** Full width becomes half width (NFKC, character by character), what nobody sees is left out. */
export const fold = (original: string): Folded => {
  let text = ''
  const at: number[] = []
  let index = 0
  for (const sign of original) {
    const plain = sign < '\u0080' ? sign : unseen.test(sign) ? '' : sign.normalize('NFKC')
    for (let unit = 0; unit < plain.length; unit++) at.push(index)
    text += plain
    index += sign.length
  }
  at.push(index)
  return { text, at }
}
