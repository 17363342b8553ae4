import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../../scripts/start/child.ts'

/** A PostgreSQL of this machine that has its own client beside it, as Debian lays them; null where there is none. */
export const clientServer = () => {
  const kept = '/usr/lib/postgresql'
  const versions = existsSync(kept) ? readdirSync(kept) : []
  const bin = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(kept, version, 'bin'))
    .find((path) => ['pg_ctl', 'initdb', 'pg_dump', 'pg_restore'].every((tool) => existsSync(join(path, tool))))
  const isRoot = process.getuid?.() === 0
  if (bin === undefined || (isRoot && spawnSync('id', ['postgres']).status !== 0)) return null
  const asOwner = (program: string, args: string[]) => {
    const all = isRoot ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args]
    const { status, stderr } = spawnSync(all[0] ?? '', all.slice(1), {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Error(`${program}: ${stderr}`)
  }
  let folder = ''
  let url = ''
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return await client.query(statement)
    } finally {
      await client.end()
    }
  }
  return {
    ask,
    /** Starts it on a folder of its own; the address of its empty database. */
    start: async (): Promise<string> => {
      folder = mkdtempSync(join(tmpdir(), 'yixian-pg-own-'))
      chmodSync(folder, 0o700)
      if (isRoot) {
        const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
        chownSync(folder, id('-u'), id('-g'))
      }
      const data = join(folder, 'data')
      asOwner(join(bin, 'initdb'), ['-D', data, '--auth=trust', '--username=yixian', '--locale=C.UTF-8', '--no-sync'])
      const port = await freePort()
      asOwner(join(bin, 'pg_ctl'), [
        '-D',
        data,
        '-w',
        '-l',
        join(folder, 'log'),
        '-o',
        `-p ${port} -k ${folder} -F`,
        'start',
      ])
      url = `postgres://yixian@127.0.0.1:${port}/postgres`
      return url
    },
    stop: async (): Promise<void> => {
      asOwner(join(bin, 'pg_ctl'), ['-D', join(folder, 'data'), '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
