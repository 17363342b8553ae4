import { spawnSync } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateSource } from 'oazapfts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../../scripts/start/child.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { livesIn } from '../app/samples.ts'
import { worldPassword } from '../../support/world.ts'

let app: TestApp
let folder: string
beforeAll(async () => {
  app = await createTestApp('sqlite')
  // Within the tree, where the client finds its runtime.
  folder = await mkdtemp(join(root, 'test/api/contract/.client-'))
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

/** The program as a browser would ask it: it keeps the session's cookie. */
const browser = (): typeof fetch => {
  let cookie = ''
  return async (input, init) => {
    const request = new Request(input, init)
    if (cookie !== '') request.headers.set('cookie', cookie)
    const answer = await app.app.request(request)
    for (const set of answer.headers.getSetCookie())
      if (set.includes('session_token')) cookie = set.split(';', 1)[0] ?? ''
    return answer
  }
}

it(
  'a client made from the API’s document compiles, and does a day’s work with the program',
  { timeout: 60_000 },
  async () => {
    await writeFile(join(folder, 'openapi.json'), await (await app.app.request('/api/openapi.json')).text())
    await writeFile(join(folder, 'api.ts'), await generateSource(join(folder, 'openapi.json'), { useUnknown: true }))
    await copyFile(join(root, 'docs/client/program.ts'), join(folder, 'program.ts'))
    const options = { strict: true, noEmit: true, target: 'es2024', module: 'nodenext', skipLibCheck: true }
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { ...options, allowImportingTsExtensions: true, types: ['node'] },
        include: ['*.ts'],
      }),
    )
    const compiled = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    })
    expect(compiled.stdout + compiled.stderr).toBe('')

    await livesIn(app).open()
    const { program } = (await import(pathToFileURL(join(folder, 'program.ts')).href)) as {
      program: (...given: unknown[]) => Promise<Record<string, unknown>>
    }
    const did = await program(
      { url: 'http://localhost', ask: browser() },
      { username: 'agent1', password: worldPassword, phone: '+8613800001234' },
    )
    expect(did).toMatchObject({
      staff: 'agent1',
      number: expect.stringMatching(/^\d{12}$/),
      lateCode: 'ticket.conflict',
      closedCode: 'auth.required',
    })
    expect(did['numbers']).toHaveLength(2)
    expect(did['numbers']).toContain(did['number'])
  },
)
