import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import type { Clock } from '../clock.ts'
import type { S3Place } from '../config.ts'
import type { Log } from '../log.ts'
import { platformProblem, Problem } from '../problem.ts'
import { nameOf } from './content-name.ts'
import type { FilesAway } from './files.ts'
import type { Objects, StoredObject } from './object-files.ts'
import { readListPage } from './s3-list.ts'

/** How long the store may take to begin its answer, ms; with a body, and for one, a second more for each megabyte. */
const patienceMs = 5_000
const msPerByte = 1_000 / 1_000_000
/** Waits before another try, ms, each up to half as much longer. A store that is known to be away is asked once. */
const again = [200, 800]
/** How much is handed on at a time. */
const pieceBytes = 256 * 1024
const nothing = new Uint8Array()

type Method = 'GET' | 'HEAD' | 'PUT' | 'DELETE'

interface Asked {
  key?: string
  query?: Record<string, string>
  body?: Uint8Array
  sha256?: string
}

/** An answer in full. */
interface Answered {
  status: number
  headers: Headers
  body: Buffer<ArrayBuffer>
}

/** Why a store did not do what it was asked: its own code, the status, or what the system said. */
class StoreFault extends Error {
  readonly passing: boolean
  constructor(code: string, passing: boolean) {
    super(code)
    this.passing = passing
  }
}

/** Bytes as a stream: `fetch` would copy them whole, twice. Their number stands in the head, for stores take no body without one. */
const inPieces = (bytes: Uint8Array) => {
  let at = 0
  return new ReadableStream<Uint8Array>({
    pull: (stream) => {
      if (at < bytes.byteLength) stream.enqueue(bytes.subarray(at, (at += pieceBytes)))
      if (at >= bytes.byteLength) stream.close()
    },
  })
}

const codeIn = (body: Buffer) => /<Code>([A-Za-z0-9.]{1,60})<\/Code>/.exec(body.toString('utf8'))?.[1]

const systemCode = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown'
}

/** The address of the bucket: its name in the path, or before the host. */
const bucketUrl = ({ endpoint, bucket, addressing }: S3Place): string => {
  if (addressing === 'path') return `${endpoint}/${bucket}`
  const url = new URL(endpoint)
  return `${url.protocol}//${bucket}.${url.host}`
}

/**
 * An S3-compatible store. Every request is signed (version 4), has a time limit, and is tried up to three times where the store failed for the moment; deletions once.
 * The bytes of a file are sent with their SHA-256, which the store checks. Whatever it does not do is `files.away`; its reason stands in the log.
 */
export const createS3Objects = (
  place: S3Place,
  { clock, log, ask = fetch, pageOf = 1_000 }: { clock: Clock; log?: Log; ask?: typeof fetch; pageOf?: number },
): Objects => {
  const base = bucketUrl(place)
  /** Where a look of this server writes, beside the files. */
  const lookKey = `look/${randomUUID()}`
  const faults = new Map<Method, FilesAway>()
  /** What has not succeeded since the start, or since it failed. */
  const unproved = new Set<Method>(['PUT', 'DELETE'])

  const once = async (method: Method, { key, query, body, sha256 }: Asked): Promise<Answered> => {
    const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`
    const { url, headers } = await new AwsV4Signer({
      method,
      url: `${base}${key === undefined ? '' : `/${place.prefix}${key}`}${search}`,
      headers: {
        ...(sha256 !== undefined && { 'x-amz-content-sha256': sha256 }),
        ...(body !== undefined && { 'content-length': String(body.byteLength) }),
      },
      accessKeyId: place.accessKeyId,
      secretAccessKey: place.secretAccessKey,
      service: 's3',
      region: place.region,
    }).sign()
    const stop = new AbortController()
    let timer = setTimeout(() => stop.abort(), patienceMs + (body?.byteLength ?? 0) * msPerByte)
    try {
      const answer = await ask(url, {
        method,
        headers,
        redirect: 'manual',
        signal: stop.signal,
        ...(body !== undefined && { body: inPieces(body), duplex: 'half' }),
      })
      clearTimeout(timer)
      const length = method === 'HEAD' ? 0 : Number(answer.headers.get('content-length') ?? 0)
      timer = setTimeout(() => stop.abort(), patienceMs + length * msPerByte)
      return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) }
    } catch (error) {
      throw new StoreFault(stop.signal.aborted ? 'TIMEOUT' : systemCode(error), true)
    } finally {
      clearTimeout(timer)
    }
  }

  /** The answer where it is one of those that say something of an object; null where there is none. */
  const judged = async (method: Method, asked: Asked): Promise<Answered | null> => {
    const answer = await once(method, asked)
    if (answer.status >= 200 && answer.status < 300) return answer
    const code = codeIn(answer.body) ?? `HTTP ${answer.status}`
    if (answer.status === 404 && code !== 'NoSuchBucket') return null
    throw new StoreFault(code, answer.status >= 500 || answer.status === 429 || answer.status === 408)
  }

  const isBack = (method: Method) => {
    unproved.delete(method)
    if (faults.delete(method) && faults.size === 0)
      log?.info({ files: place.place }, 'the file store does what it is asked again')
  }
  const isAway = (method: Method, fault: string): Problem => {
    if (!faults.has(method))
      log?.error({ files: place.place, method, fault }, 'the file store does not do what it is asked')
    unproved.add(method)
    faults.set(method, { since: faults.get(method)?.since ?? clock.now(), fault })
    return platformProblem('files.away', undefined, { retryAfterSeconds: 15 })
  }

  const request = async (method: Method, asked: Asked, most = again.length): Promise<Answered | null> => {
    const tries = faults.has(method) ? 0 : most
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await judged(method, asked)
        isBack(method)
        return answer
      } catch (error) {
        if (!(error instanceof StoreFault)) throw error
        const wait = error.passing && attempt < tries ? again[attempt] : undefined
        if (wait === undefined) throw isAway(method, error.message)
        await sleep(wait * (1 + Math.random() / 2))
      }
    }
  }

  const listPage = async (prefix: string, token: string | null, most: number) => {
    const answer = await request('GET', {
      query: {
        'list-type': '2',
        prefix: place.prefix + prefix,
        'max-keys': String(most),
        ...(token !== null && { 'continuation-token': token }),
      },
    })
    try {
      return readListPage(answer?.body.toString('utf8') ?? '')
    } catch {
      throw isAway('GET', 'no list')
    }
  }

  return {
    put: async (key, body, sha256) => {
      await request('PUT', { key, body, sha256 })
    },
    get: async (key) => (await request('GET', { key }))?.body ?? null,
    head: async (key) => {
      const found = await request('HEAD', { key })
      return (
        found && {
          bytes: Number(found.headers.get('content-length')),
          writtenAt: new Date(found.headers.get('last-modified') ?? 0),
        }
      )
    },
    list: async (prefix) => {
      const found: StoredObject[] = []
      let token: string | null = null
      do {
        const page = await listPage(prefix, token, pageOf)
        for (const object of page.objects) found.push({ ...object, key: object.key.slice(place.prefix.length) })
        token = page.next
      } while (token !== null)
      return found
    },
    delete: async (key) => {
      await request('DELETE', { key }, 0)
    },
    look: async () => {
      try {
        await listPage('removing/', null, 1)
        if (unproved.has('PUT')) await request('PUT', { key: lookKey, body: nothing, sha256: nameOf(nothing) })
        if (unproved.has('DELETE')) await request('DELETE', { key: lookKey }, 0)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
      return [...faults.values()].toSorted((a, b) => a.since.getTime() - b.since.getTime())[0] ?? null
    },
  }
}
