import type { ElementRule } from './grammar.voice.ts'
import type { Element, Parsed, TwimlProblem } from './parse.ts'
import { parseXml } from './parse.ts'

const schema = 12200

const problemIn = (element: Element, grammar: Record<string, ElementRule>): TwimlProblem | null => {
  const rule = grammar[element.name]
  if (rule === undefined) return { code: schema, message: `line ${element.line}: unknown element <${element.name}>` }
  const at = `line ${element.line}: <${element.name}>`
  for (const [name, value] of Object.entries(element.attributes)) {
    const wanted = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined
    if (wanted === undefined) return { code: schema, message: `${at} has no attribute "${name}"` }
    if (!wanted.fits(value)) return { code: wanted.code, message: `${at} ${name}="${value}": must be ${wanted.says}` }
  }
  const together = rule.together?.(element.attributes) ?? null
  if (together !== null) return { code: together.code, message: `${at}: ${together.message}` }
  const text = element.text.trim()
  if (rule.text === 'none' && text !== '') return { code: schema, message: `${at} takes no text` }
  if (rule.text === 'needed' && text === '' && element.children.length === 0)
    return { code: schema, message: `${at} is empty` }
  for (const child of element.children) {
    if (!rule.inside.includes(child.name))
      return {
        code: rule.nesting ?? schema,
        message: `line ${child.line}: <${child.name}> may not stand in <${element.name}>`,
      }
    const inner = problemIn(child, grammar)
    if (inner !== null) return inner
  }
  return null
}

/** Reads a document and holds every element, attribute and value against the grammar. `only` narrows the verbs. */
export const checkDocument = (
  text: string,
  grammar: Record<string, ElementRule>,
  only: readonly string[] | null = null,
): Parsed => {
  const parsed = parseXml(text)
  if (!parsed.ok) return parsed
  if (parsed.root.name !== 'Response')
    return {
      ok: false,
      code: 12100,
      message: `Document parse failure: root element is <${parsed.root.name}>, not <Response>`,
    }
  const problem = problemIn(parsed.root, grammar)
  if (problem !== null) return { ok: false, ...problem }
  const banned = only === null ? undefined : parsed.root.children.find((verb) => !only.includes(verb.name))
  if (banned !== undefined)
    return { ok: false, code: schema, message: `line ${banned.line}: <${banned.name}> is not allowed in this document` }
  return parsed
}
