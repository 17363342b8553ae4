const gsm = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const gsmTwo = new Set('^{}\\[~]|€')

/** What a text costs while it is being written: its length in the units of its alphabet and the messages it is sent in (3GPP TS 23.038). */
export const countText = (text: string): { length: number; segments: number } => {
  let septets = 0
  for (const character of text) {
    if (gsm.has(character)) septets += 1
    else if (gsmTwo.has(character)) septets += 2
    else return { length: text.length, segments: text.length <= 70 ? 1 : Math.ceil(text.length / 67) }
  }
  return { length: septets, segments: septets <= 160 ? 1 : Math.ceil(septets / 153) }
}

/** The carrier takes at most this many characters at once. */
export const longestText = 1600
