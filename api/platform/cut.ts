/** Cuts a text to a length in code units without splitting a character; the cut is marked. */
export const cut = (text: string, length: number): string => {
  if (text.length <= length) return text
  const code = text.charCodeAt(length - 2)
  const end = code >= 0xd800 && code <= 0xdbff ? length - 2 : length - 1
  return `${text.slice(0, end)}…`
}
