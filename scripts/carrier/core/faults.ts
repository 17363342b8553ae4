import type { Random } from './random.ts'

/** Everything the carrier can be told to do wrong, with what `ms` means where it counts and its default. */
export const faultKinds = {
  late: { group: 'callback', ms: 5000, zh: '回调迟到', en: 'Callback arrives late' },
  duplicate: { group: 'callback', ms: 200, zh: '回调重复（同一令牌）', en: 'Callback twice, same token' },
  'duplicate-new-token': { group: 'callback', ms: 200, zh: '回调重复（新令牌）', en: 'Callback twice, new token' },
  reorder: { group: 'callback', ms: 2000, zh: '回调乱序', en: 'Callbacks out of order' },
  missing: { group: 'callback', ms: 0, zh: '回调丢失', en: 'Callback never sent' },
  refused: { group: 'webhook', ms: 0, zh: '连接被拒绝', en: 'Connection refused' },
  tls: { group: 'webhook', ms: 0, zh: 'TLS 握手失败', en: 'TLS handshake fails' },
  'wrong-signature': { group: 'webhook', ms: 0, zh: '签名错误', en: 'Wrong signature' },
  'bad-url': { group: 'webhook', ms: 0, zh: '按代理后的地址签名', en: 'Signed for another URL (proxy)' },
  'unknown-service': { group: 'webhook', ms: 0, zh: '短信带未知服务号', en: 'Text carries an unknown service SID' },
  'rest-429': { group: 'rest', ms: 0, zh: '接口限流 429', en: 'REST answers 429' },
  'rest-500': { group: 'rest', ms: 0, zh: '接口出错 500（未处理）', en: 'REST answers 500, nothing done' },
  'rest-late': { group: 'rest', ms: 20_000, zh: '已受理但答复超时', en: 'Done, but the answer is late' },
  'rest-lost': { group: 'rest', ms: 0, zh: '请求丢失（未受理）', en: 'Request lost, nothing done' },
  'rest-slow': { group: 'rest', ms: 3000, zh: '接口缓慢', en: 'REST is slow' },
  undelivered: { group: 'network', ms: 0, zh: '短信未送达', en: 'Text is not delivered' },
  'recording-absent': { group: 'network', ms: 0, zh: '录音缺失', en: 'Recording is absent' },
  'bare-voicemail': { group: 'network', ms: 0, zh: '留言回调缺录音地址', en: 'Voicemail told without its recording' },
  'deaf-transcription': { group: 'network', ms: 0, zh: '实时转写失败', en: 'Live transcription fails' },
  'deaf-client': { group: 'network', ms: 0, zh: '坐席页面冻结', en: 'Agent tab is frozen' },
} as const

export type FaultKind = keyof typeof faultKinds

/**
 * One active fault: hits a target (webhook URL, or `POST /Calls.json`) that contains `match`, with this probability,
 * `left` more times (null = until it is removed).
 */
type Fault = { id: string; kind: FaultKind; match: string; probability: number; left: number | null; ms: number }

/** @internal exported for its test */
export type NewFault = { kind: FaultKind; match?: string; probability?: number; times?: number | null; ms?: number }

export type Faults = {
  add(fault: NewFault): Fault
  remove(id: string): boolean
  clear(): void
  list(): Fault[]
  /** The fault that strikes this target now, used up by one; null is the usual answer. */
  take(kind: FaultKind, target: string): Fault | null
}

/** Whether this is the name of a fault. */
export const isFaultKind = (text: string): text is FaultKind => Object.hasOwn(faultKinds, text)

/** The faults that are switched on; each strikes as often as it was asked to, or always. */
export const createFaults = (random: Random): Faults => {
  let faults: Fault[] = []
  return {
    add: (wanted) => {
      const fault: Fault = {
        id: `F${random.hex(6)}`,
        kind: wanted.kind,
        match: wanted.match ?? '',
        probability: wanted.probability ?? 1,
        left: wanted.times === undefined ? null : wanted.times,
        ms: wanted.ms ?? faultKinds[wanted.kind].ms,
      }
      faults.push(fault)
      return fault
    },
    remove: (id) => {
      const before = faults.length
      faults = faults.filter((fault) => fault.id !== id)
      return faults.length < before
    },
    clear: () => {
      faults = []
    },
    list: () => [...faults],
    take: (kind, target) => {
      if (faults.length === 0) return null
      const fault = faults.find((one) => one.kind === kind && target.includes(one.match))
      if (fault === undefined || (fault.probability < 1 && random.next() >= fault.probability)) return null
      if (fault.left !== null) {
        fault.left -= 1
        if (fault.left <= 0) faults = faults.filter((one) => one !== fault)
      }
      return fault
    },
  }
}
