import { expect, it } from 'vitest'
import { readRetentionPage, retentionPage } from '../../../scripts/docs/retention-page.ts'

it('the page of retention says what the table says (npm run docs)', () => {
  expect(readRetentionPage()).toBe(retentionPage())
})
