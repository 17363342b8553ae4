import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../../../api/platform/clock.ts'
import type { S3Place } from '../../../../api/platform/config.ts'
import { createObjectFiles } from '../../../../api/platform/files/object-files.ts'
import { readListPage } from '../../../../api/platform/files/s3-list.ts'
import { createS3Objects } from '../../../../api/platform/files/s3-objects.ts'
import { freePort } from '../../../../scripts/start/child.ts'
import { openTestStore, type TestStore } from '../../../support/s3.ts'

const filesAt = (place: S3Place) =>
  createObjectFiles(createS3Objects(place, { clock: systemClock }), { clock: systemClock, place: place.place })
interface Answer {
  status: number
  body?: string
  headers?: Record<string, string>
}

const away = { code: 'files.away', status: 503, extra: { retryAfterSeconds: 15 } }

describe('an S3 server', () => {
  let store: TestStore
  beforeAll(async () => {
    store = await openTestStore()
  })
  afterAll(() => store.drop())

  it.each([
    ['the wrong secret', { secretAccessKey: 'wrong' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { accessKeyId: 'unknown' }, 'InvalidAccessKeyId'],
    ['a bucket that is not there', { bucket: 'town' }, 'NoSuchBucket'],
  ])('with %s is away, and says why', async (_what, over, fault) => {
    const files = filesAt({ ...store.place, ...over })
    expect(await files.look()).toMatchObject({ fault })
    await expect(files.put(Buffer.from('x'))).rejects.toMatchObject(away)
    await expect(files.get('0'.repeat(64))).rejects.toMatchObject(away)
  })

  it('at whose address nobody listens is away', async () => {
    const files = filesAt({ ...store.place, endpoint: `http://127.0.0.1:${await freePort()}` })
    expect(await files.look()).toMatchObject({ fault: 'ECONNREFUSED' })
    await expect(files.put(Buffer.from('x'))).rejects.toMatchObject(away)
  })

  it('keeps files of two prefixes of one bucket apart', async () => {
    const other = filesAt({ ...store.place, prefix: 'other/' })
    const name = await filesAt(store.place).put(Buffer.from('of one city'))
    expect(await other.get(name)).toBeNull()
  })

  it('that is ended and started again has what it acknowledged, and is back by itself', async () => {
    const files = filesAt(store.place)
    const name = await files.put(Buffer.from('before the end'))
    await store.kill()
    await expect(files.get(name)).rejects.toMatchObject(away)
    const since = (await files.look())?.since
    expect(since).toBeInstanceOf(Date)
    await store.startAgain()
    expect(String(await files.get(name))).toBe('before the end')
    expect(await files.look()).toBeNull()
  })
})

/** A store that answers each request as the test has it, and what it was asked. */
describe('what a store may answer', () => {
  const asked: { method: string; url: string; headers: Record<string, unknown> }[] = []
  let answers: ((method: string) => Answer)[] = []
  let server: Server
  let place: S3Place
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers })
      request.resume().on('end', () => {
        const { status, body = '', headers = {} } = answers.shift()?.(request.method ?? '') ?? { status: 200 }
        response.writeHead(status, headers).end(body)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    place = {
      place: 's3://city',
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'city',
      prefix: '',
      region: 'auto',
      addressing: 'path',
      accessKeyId: 'K',
      secretAccessKey: 'S',
    }
  })
  afterEach(() => {
    asked.length = 0
    answers = []
  })
  afterAll(() => server.close())

  const status =
    (status: number, body = '') =>
    () => ({ status, body })

  it('is asked again when it failed for the moment, and not when it refuses', async () => {
    const objects = createS3Objects(place, { clock: systemClock })
    answers = [status(503, '<Error><Code>SlowDown</Code></Error>'), status(500), status(200, 'whole')]
    expect(String(await objects.get('a'))).toBe('whole')
    expect(asked).toHaveLength(3)
    asked.length = 0
    answers = [status(403, '<Error><Code>AccessDenied</Code></Error>')]
    await expect(objects.get('a')).rejects.toMatchObject(away)
    expect(asked).toHaveLength(1)
  })

  it('is never asked twice to delete', async () => {
    const objects = createS3Objects(place, { clock: systemClock })
    answers = [status(503)]
    await expect(objects.delete('a')).rejects.toMatchObject(away)
    expect(asked).toHaveLength(1)
  })

  it('is asked once at a time while it is away, until it does it', async () => {
    const objects = createS3Objects(place, { clock: systemClock })
    answers = [status(500), status(500), status(500), status(500)]
    await expect(objects.get('a')).rejects.toMatchObject(away)
    await expect(objects.get('a')).rejects.toMatchObject(away)
    expect(asked).toHaveLength(4)
    expect(await objects.get('a')).not.toBeNull()
  })

  it('that may only be read is found by looking', async () => {
    const objects = createS3Objects(place, { clock: systemClock })
    const list = () => ({ status: 200, body: '<ListBucketResult/>' })
    const only = (method: string) =>
      method === 'GET' ? list() : { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }
    answers = [only, only]
    expect(await objects.look()).toMatchObject({ fault: 'AccessDenied' })
    answers = [list, status(200), status(204)]
    expect(await objects.look()).toBeNull()
    asked.length = 0
    answers = [list]
    expect(await objects.look(), 'what is proved is not written again').toBeNull()
    expect(asked.map(({ method }) => method)).toEqual(['GET'])
  })

  it('that sends elsewhere, or answers with something else than a list, is away', async () => {
    const objects = createS3Objects(place, { clock: systemClock })
    answers = [() => ({ status: 301, headers: { location: 'http://127.0.0.1:9/' } })]
    await expect(objects.get('a')).rejects.toMatchObject(away)
    answers = [status(200, '<html>a page of a proxy</html>')]
    await expect(objects.list('a')).rejects.toMatchObject(away)
    answers = [status(200, 'no xml at all')]
    await expect(objects.list('a')).rejects.toMatchObject(away)
  })

  it('gets what is stored with its SHA-256 under the signature, for the region that is set', async () => {
    const objects = createS3Objects(place, { clock: systemClock })
    await objects.put('ab/abc', Buffer.from('x'), 'f'.repeat(64))
    expect(asked).toMatchObject([
      { method: 'PUT', url: '/city/ab/abc', headers: { 'x-amz-content-sha256': 'f'.repeat(64) } },
    ])
    // A store takes no body whose length is not said.
    expect(asked[0]?.headers).toMatchObject({ 'content-length': '1' })
    expect(asked[0]?.headers).not.toHaveProperty('transfer-encoding')
    expect(String(asked[0]?.headers['authorization'])).toMatch(
      /^AWS4-HMAC-SHA256 Credential=K\/\d{8}\/auto\/s3\/aws4_request, SignedHeaders=[^,]*x-amz-content-sha256/,
    )
  })

  it('has its bucket in the path or before the host', async () => {
    const urls: string[] = []
    const ask: typeof fetch = async (url) => {
      urls.push(url instanceof Request ? url.url : url.toString())
      return new Response('')
    }
    for (const addressing of ['path', 'host'] as const)
      await createS3Objects(
        { ...place, endpoint: 'https://s3.example.com', prefix: 'a/', addressing },
        { clock: systemClock, ask },
      ).get('ab/x')
    expect(urls).toEqual(['https://s3.example.com/city/a/ab/x', 'https://city.s3.example.com/a/ab/x'])
  })
})

describe('a list of objects', () => {
  it('is read with its entities, and with where it goes on', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>city</Name>
      <Contents><Key>a&amp;b</Key><LastModified>2026-06-01T02:00:00.000Z</LastModified><Size>7</Size><Owner><ID>Key</ID></Owner></Contents>
      <IsTruncated>true</IsTruncated><NextContinuationToken>t+/=</NextContinuationToken></ListBucketResult>`
    expect(readListPage(xml)).toEqual({
      objects: [{ key: 'a&b', bytes: 7, writtenAt: new Date('2026-06-01T02:00:00Z') }],
      next: 't+/=',
    })
    expect(readListPage('<ListBucketResult/>')).toEqual({ objects: [], next: null })
    expect(() => readListPage('<Error/>')).toThrow()
    expect(() => readListPage('<ListBucketResult>')).toThrow()
  })
})
