const gsm =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const gsmTwo = '^{}\\[~]|€'
const one = new Set(gsm)
const two = new Set(gsmTwo)

/**
 * Number of segments a text is sent in: 160 GSM-7 characters (153 each when split), or 70 UTF-16 units (67 each) once a
 * single character is outside GSM-7. An empty text is one segment.
 */
export const segmentsOf = (text: string): number => {
  let septets = 0
  for (const character of text) {
    if (one.has(character)) septets += 1
    else if (two.has(character)) septets += 2
    else return text.length <= 70 ? 1 : Math.ceil(text.length / 67)
  }
  return septets <= 160 ? 1 : Math.ceil(septets / 153)
}
