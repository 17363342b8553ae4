import { writeFileSync } from 'node:fs'
import { noticesFile, noticesPage } from './notices-page.ts'
import { retentionFile, retentionPage } from './retention-page.ts'
import { pageFile, readPage, withDiagram } from './state-diagram.ts'

// The pages, and parts of pages, that are made from the program's own tables.
writeFileSync(pageFile, withDiagram(readPage()))
writeFileSync(noticesFile, noticesPage())
writeFileSync(retentionFile, retentionPage())
