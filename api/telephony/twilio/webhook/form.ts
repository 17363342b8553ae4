/** Parameters of one webhook; a name that came twice keeps its first value here (the signature covers all). */
export type WebhookParams = Readonly<Record<string, string>>

/** Name and value of every field as they arrived, in order, empty values included. */
export type Fields = readonly (readonly [name: string, value: string])[]

const decode = (text: string) => {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  return spaced.includes('%') ? decodeURIComponent(spaced) : spaced
}

/**
 * Reads an `application/x-www-form-urlencoded` text strictly: null when a percent escape is broken or is no valid UTF-8
 * (`URLSearchParams` would put U+FFFD in its place and the citizen's words would be lost).
 */
export const parseForm = (text: string): Fields | null => {
  if (text === '') return []
  const fields: [string, string][] = []
  try {
    for (const part of text.split('&')) {
      if (part === '') continue
      const equals = part.indexOf('=')
      fields.push(equals < 0 ? [decode(part), ''] : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))])
    }
  } catch {
    return null
  }
  return fields
}

/** Fields as a record without a prototype; a NUL, which PostgreSQL cannot keep and the network strips as well, is left out. */
export const toParams = (fields: Fields): WebhookParams => {
  const params: Record<string, string> = Object.create(null)
  for (const [name, value] of fields) params[name] ??= value.includes('\0') ? value.replaceAll('\0', '') : value
  return params
}
