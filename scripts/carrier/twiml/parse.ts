import { SaxesParser } from 'saxes'

/** One element of a TwiML document. `text` is the character data directly inside it. */
export type Element = {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
  line: number
}

/** Why a document is refused; `code` is Twilio's. */
export type TwimlProblem = { code: number; message: string }

export type Parsed = { ok: true; root: Element } | ({ ok: false } & TwimlProblem)

/** Parses XML without interpreting it. Error 12100 for anything that is not well-formed. */
export const parseXml = (text: string): Parsed => {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: Element[] = []
  let root: Element | null = null
  let problem: string | null = null
  parser.on('error', (error) => {
    problem ??= error.message
  })
  parser.on('opentag', (tag) => {
    const element: Element = {
      name: tag.name,
      attributes: { ...tag.attributes },
      children: [],
      text: '',
      line: parser.line,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (data: string): void => {
    const current = open.at(-1)
    if (current !== undefined) current.text += data
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('doctype', () => {
    problem ??= 'document type declarations are not read'
  })
  parser.write(text.replace(/^\uFEFF/, '').trimStart())
  parser.close()
  if (problem !== null) return { ok: false, code: 12100, message: `Document parse failure: ${String(problem)}` }
  if (root === null) return { ok: false, code: 12100, message: 'Document parse failure: no element found' }
  return { ok: true, root }
}
