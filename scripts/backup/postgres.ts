import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { awaitPostgres } from '../../api/start/await-postgres.ts'
import { StartFault } from '../../api/start/start-fault.ts'
import { backupFaults } from './backup.sentences.ts'

type Tool = 'pg_dump' | 'pg_restore'

const run = (program: string, args: string[], env: NodeJS.ProcessEnv) =>
  new Promise<{ code: number; out: string; errors: string }>((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, errors] = ['', '']
    // The whole text of a dump goes by when it is only read for damage.
    child.stdout.setEncoding('utf8').on('data', (part: string) => (out = out.length < 4_000 ? out + part : out))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (errors = (errors + part).slice(-2_000)))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, out, errors }))
  })

/** Where the tool may lie: the PATH, and where Debian keeps one for each version. */
const places = (tool: Tool): string[] => {
  const kept = '/usr/lib/postgresql'
  const versions = existsSync(kept) ? readdirSync(kept).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...versions.map((one) => join(kept, one, 'bin'))]
  return folders.map((folder) => join(folder, tool)).filter((path) => existsSync(path))
}

/** A tool that is not older than the server, for an older one refuses. Throws a `StartFault` when there is none. */
const findTool = async (tool: Tool, server: number): Promise<string> => {
  let newest = 0
  for (const path of places(tool)) {
    const { out } = await run(path, ['--version'], process.env)
    const version = Number(/(\d+)(?:\.\d+)*/.exec(out)?.[1] ?? 0)
    if (version >= server) return path
    newest = Math.max(newest, version)
  }
  throw new StartFault(newest === 0 ? backupFaults.noTool(tool) : backupFaults.oldTool(tool, newest, server))
}

/** The address without its password, which would stand in the list of processes, and the environment that has it. */
const withoutPassword = (url: string): { address: string; env: NodeJS.ProcessEnv } => {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  return { address: address.href, env: { ...process.env, ...(password && { PGPASSWORD: password }) } }
}

const mustSucceed = async (tool: Tool, path: string, args: string[], env: NodeJS.ProcessEnv) => {
  const { code, errors } = await run(path, args, env)
  if (code !== 0) throw new StartFault(backupFaults.tool(tool, errors.trim() || `code ${code}`))
}

const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, application_name: 'yixian backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const majorOf = (client: pg.Client) =>
  client
    .query<{ v: number }>(`select current_setting('server_version_num')::int / 10000 as v`)
    .then(({ rows }) => rows[0]?.v ?? 0)

/** Dumps the database as it is at one moment, while servers write it, and reads the dump once through. Throws a `StartFault`. */
export const dumpDatabase = async (url: string, to: string): Promise<void> => {
  await awaitPostgres(url, () => {})
  const server = await connected(url, majorOf)
  const dump = await findTool('pg_dump', server)
  const check = await findTool('pg_restore', server)
  const { address, env } = withoutPassword(url)
  await mustSucceed('pg_dump', dump, ['--format=custom', '--no-owner', `--file=${to}`, `--dbname=${address}`], env)
  await mustSucceed('pg_restore', check, ['--file=-', to], process.env)
}

/** Who else has the database open. */
const othersIn = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ who: string }>(
    `select coalesce(nullif(application_name, ''), usename, 'unknown') || ' (' || coalesce(client_addr::text, 'local') || ')' as who
     from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  )
  return rows.map(({ who }) => who)
}

/**
 * Makes a dump the database. What was there is kept in schemas of another name, which is answered (null when it was empty), and comes back when
 * the dump cannot be put back whole. Throws a `StartFault`, also when anybody else has the database open.
 */
export const putDumpBack = (url: string, dump: string, stamp: string): Promise<string | null> =>
  connected(url, async (client) => {
    const others = await othersIn(client)
    if (others.length > 0) throw new StartFault(backupFaults.inUse(others.slice(0, 5).join(', ')))
    const tool = await findTool('pg_restore', await majorOf(client))
    const { rows } = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname in ('public', 'drizzle')`,
    )
    const had = rows.map(({ name }) => name)
    const aside = `before_${stamp.replaceAll(/\W/g, '_')}`
    const away = (name: string) => (name === 'public' ? aside : `${aside}_${name}`)
    for (const name of had) await client.query(`alter schema ${name} rename to ${away(name)}`)
    await client.query('create schema public')
    const { address, env } = withoutPassword(url)
    try {
      const args = ['--single-transaction', '--exit-on-error', '--no-owner', `--dbname=${address}`, dump]
      await mustSucceed('pg_restore', tool, args, env)
    } catch (error) {
      await client.query('drop schema if exists public, drizzle cascade')
      for (const name of had) await client.query(`alter schema ${away(name)} rename to ${name}`)
      throw error
    }
    return had.includes('drizzle') ? aside : null
  })
