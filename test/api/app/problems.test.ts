import { describe, expect, it } from 'vitest'
import { problems } from '../../../api/app.ts'

describe('problems', () => {
  it.each(Object.entries(problems))('%s is a refusal with words', (_code, { status, title }) => {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(title).toMatch(/^[A-Z]/)
  })
})
