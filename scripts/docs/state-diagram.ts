import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actList } from '../../api/tickets/life/acts/acts.ts'
import { mermaidOfActs } from '../../api/tickets/life/ticket.diagram.ts'
import { root } from '../start/child.ts'

/** Where the page is kept. */
export const pageFile = join(root, 'docs', 'architecture.md')
const [begin, end] = ['<!-- machine:begin -->', '<!-- machine:end -->']

/** The architecture page with the diagram that the machine's table gives today. */
export const withDiagram = (page: string): string => {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error('docs/architecture.md has lost the marks of its state diagram')
  return `${page.slice(0, from + begin.length)}\n\n\`\`\`mermaid\n${mermaidOfActs(actList).trim()}\n\`\`\`\n\n${page.slice(to)}`
}

/** The page as it is kept. */
export const readPage = () => readFileSync(pageFile, 'utf8')
