import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { hashOf } from '../../../db/dialect/search/hash.ts'
import { keysWith, putWords } from '../../../db/dialect/search/word-index.ts'
import { engines, openTestDb, type TestDb } from '../../support/databases.ts'

/** More than PostgreSQL looks at one by one, and more than one of its windows. */
const documents = 20_000

describe.each(engines)('the index of words, %s', (engine) => {
  let store: TestDb
  beforeAll(async () => {
    store = await openTestDb(engine)
    const all = Array.from({ length: documents }, (_, at) => ({
      key: at + 1,
      tokens: ['常见', ...((at + 1) % 400 === 0 ? ['少见'] : []), ...(at === 6 ? ['最早'] : []), `无关${at % 5_000}`],
      replaces: false,
    }))
    await store.db.tx((tx) => putWords(tx, all))
  })
  afterAll(() => store.drop())
  const ask = (groups: string[][], over: object = {}) =>
    keysWith(store.db, { groups, below: documents * 2, above: 0, most: 5, ...over })

  it.each([
    ['a common word', [['常见']], {}, [20_000, 19_999, 19_998, 19_997, 19_996]],
    ['a rare one', [['少见']], {}, [20_000, 19_600, 19_200, 18_800, 18_400]],
    ['the oldest', [['最早']], {}, [7]],
    ['both', [['常见'], ['最早']], {}, [7]],
    ['one or the other', [['没有', '最早']], {}, [7]],
    ['nothing', [['没有']], {}, []],
    ['a period', [['少见']], { below: 10_000, above: 9_000 }, [9_600, 9_200]],
    ['nothing in a period', [['少见']], { below: 9_600, above: 9_200 }, []],
  ])('finds %s, the newest first', async (_, groups, over, keys) => {
    expect(await ask(groups, over)).toEqual(keys)
  })
  it('takes a document’s place', async () => {
    await store.db.tx((tx) => putWords(tx, [{ key: 8, tokens: ['改过'], replaces: true }]))
    await store.db.tx((tx) => putWords(tx, [{ key: 8, tokens: ['再改'], replaces: true }]))
    expect([await ask([['改过']]), await ask([['再改']])]).toEqual([[], [8]])
  })

  it('is read by its index, in its own order', async () => {
    if (engine === 'sqlite') {
      const db = new Database(store.url.slice('file:'.length), { readonly: true })
      const plan = db
        .prepare(
          'explain query plan select rowid from ticket_words where ticket_words match ? and rowid < ? order by rowid desc limit 5',
        )
        .all('"少见"', documents)
      db.close()
      expect(JSON.stringify(plan)).toContain('VIRTUAL TABLE INDEX')
      expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE')
      return
    }
    await using stack = new AsyncDisposableStack()
    const client = new pg.Client({ connectionString: store.url })
    await client.connect()
    stack.defer(() => client.end())
    await client.query('analyze ticket_words')
    const planOf = async (sql: string, values: unknown[]) =>
      (await client.query(`explain ${sql}`, values)).rows
        .map((row: { 'QUERY PLAN': string }) => row['QUERY PLAN'])
        .join('\n')
    const ints = (tokens: string[]) => `{${tokens.map(hashOf).join(',')}}`
    for (const word of ['少见', '没有']) {
      const window = await planOf(
        'select key from ticket_words where words @> $1::int[] and words && $2::int[] and key < $3 and key > 0 order by key + 0 desc limit 5',
        [ints([word]), ints(['§b1', '§b0']), documents],
      )
      expect(window).toContain('ticket_words_idx')
    }
    const walk = await planOf(
      'select key from (select key, words from ticket_words where key < $1 and key > 0 order by key desc limit 1500) newest where words @> $2::int[] order by key desc limit 5',
      [documents, ints(['常见'])],
    )
    expect(walk).toContain('Index Scan Backward using ticket_words_pkey')
    expect(walk).not.toContain('Sort')
  })
})
