import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { atBuild } from '../../../scripts/build/at-build.ts'
import { actForms } from '../../../console/tickets/act-forms.at-build.ts'

const file = fileURLToPath(new URL('../../../console/tickets/act-forms.at-build.ts', import.meta.url))
const load = async (id: string): Promise<unknown> => {
  const { load: hook } = atBuild()
  return typeof hook === 'function' ? Reflect.apply(hook, undefined, [id]) : undefined
}

it('gives the browser what the module exports, as data and without the code behind it', async () => {
  const code = String(await load(file))
  expect(code).not.toMatch(/\bimport\b|=>/)
  const values: object = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  expect(Object.entries(values)).toContainEqual(['actForms', actForms])
})
it('leaves every other module alone', async () => {
  expect(await load(file.replace('.at-build', ''))).toBeUndefined()
})
