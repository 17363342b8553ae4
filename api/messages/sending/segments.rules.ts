const gsm = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const gsmTwo = new Set('^{}\\[~]|€')

/**
 * What a text takes to send (3GPP TS 23.038): its length in the units of its alphabet and the segments it is sent in. 160 units of GSM-7,
 * 153 each when split; any other character, such as a Chinese one or an emoji, makes it UCS-2 with 70 code units, 67 each when split. An
 * empty text is one segment.
 */
export const countText = (text: string): { length: number; segments: number } => {
  let septets = 0
  for (const character of text) {
    if (gsm.has(character)) septets += 1
    else if (gsmTwo.has(character)) septets += 2
    else return { length: text.length, segments: text.length <= 70 ? 1 : Math.ceil(text.length / 67) }
  }
  return { length: septets, segments: septets <= 160 ? 1 : Math.ceil(septets / 153) }
}

/** How many segments a text is sent in. */
export const segmentsOf = (text: string): number => countText(text).segments

/** The carrier takes at most this many characters in one message. */
export const longestBody = 1600
