import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { S3Place } from '../../api/platform/config.ts'
import { root } from '../../scripts/start/child.ts'

const bucket = 'city'

/** A running S3 server, a process of its own. */
export interface TestStore {
  place: S3Place
  /** What a program that uses it is told. */
  env: Record<string, string>
  /** Ends the process at once; what it stored stays. */
  kill(): Promise<void>
  /** Starts it again at the same address. */
  startAgain(): Promise<void>
  drop(): Promise<void>
}

/** Its lists need a cipher that OpenSSL keeps among the old ones. */
const start = async (folder: string, port: number): Promise<{ child: ChildProcess; port: number }> => {
  const child = spawn(
    process.execPath,
    ['--openssl-legacy-provider', join(root, 'test/support/s3.process.mjs'), String(port), folder, bucket],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  )
  const said: unknown[] = child.stdout ? await once(child.stdout, 'data') : []
  return { child, port: Number(String(said[0])) }
}

/** Starts an S3 server with an empty bucket; it ends with this process at the latest. */
export const openTestStore = async (over: Partial<S3Place> = {}): Promise<TestStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'yixian-s3-'))
  let { child, port } = await start(folder, 0)
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  const place: S3Place = {
    place: `s3://${bucket}/files`,
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    prefix: 'files/',
    region: 'cn-north-1',
    addressing: 'path',
    // The only pair that the server knows.
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    ...over,
  }
  return {
    place,
    env: {
      FILES_URL: place.place,
      FILES_ENDPOINT: place.endpoint,
      FILES_REGION: place.region,
      FILES_ACCESS_KEY_ID: place.accessKeyId,
      FILES_SECRET_ACCESS_KEY: place.secretAccessKey,
    },
    kill,
    startAgain: async () => {
      await kill()
      child = (await start(folder, port)).child
    },
    drop: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
