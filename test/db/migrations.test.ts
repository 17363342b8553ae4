import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { migrationsFolder } from '../../db/migrations.ts'
import { pending } from '../../scripts/migrate/generate.ts'

const names = (engine: 'sqlite' | 'postgres') =>
  readdirSync(migrationsFolder(engine)).filter((name) => name.endsWith('.sql'))

describe('migrations', () => {
  it('have equal names on both engines', () => {
    expect(names('sqlite')).toEqual(names('postgres'))
    expect(names('sqlite').length).toBeGreaterThan(0)
  })

  it.each(['sqlite', 'postgres'] as const)('of %s leave nothing of the schema out', async (engine) => {
    expect((await pending(engine)).statements).toEqual([])
  })
})
