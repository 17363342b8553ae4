/**
 * Characters of which nothing is seen when they stand alone: controls, format characters, spaces, combining marks, variation selectors, skin
 * tones, unpaired surrogates, private and unassigned ones, and the blank letters of Hangul and Braille (Unicode 17, “Default_Ignorable_Code_Point”).
 */
const unseen =
  /[\p{C}\p{Z}\p{M}\s\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}\u{FFFC}\u{FFFD}]/gu

/** What of a text can be seen: empty where it says nothing, however long it is. For judging it; what is kept is what was written. */
export const visible = (text: string): string => text.replaceAll(unseen, '')
