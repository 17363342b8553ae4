import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, it } from 'vitest'
import { createTestApp } from '../../support/app.ts'

/** Every rule of the linter, but for these. */
const rules = {
  // `/tickets/by-number/{number}` and `/tickets/{id}/timeline` would meet in `/tickets/by-number/timeline`; no id is the word `by-number`.
  'no-ambiguous-paths': 'off',
} as const

it('the API’s document passes its linter without an error or a warning', async () => {
  const app = await createTestApp('sqlite')
  const document = await (await app.app.request('/api/openapi.json')).text()
  await app.close()
  const config = await createConfig({ extends: ['recommended-strict'], rules })
  const found = await lintFromString({ source: document, absoluteRef: '/openapi.json', config })
  expect(found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([])
})
