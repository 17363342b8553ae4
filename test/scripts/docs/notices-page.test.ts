import { expect, it } from 'vitest'
import { noticesPage, readNoticesPage } from '../../../scripts/docs/notices-page.ts'

it('the page of notices says what the tables say (npm run docs)', () => {
  expect(readNoticesPage()).toBe(noticesPage())
})
