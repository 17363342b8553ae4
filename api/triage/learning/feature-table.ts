/** Numbers features in the order of their first sight: an open-addressing table in typed arrays, several times lighter than a Map. */
export interface FeatureTable {
  readonly size: number
  /** The number of a key, or -1. */
  find(key: number): number
  /** The number of a key, given now if it is new; -1 when the table is full. */
  put(key: number): number
}

/** `room` features at most; the table holds a little more than twice as many slots. */
export const createFeatureTable = (room: number): FeatureTable => {
  const bits = Math.ceil(Math.log2(room * 2.2))
  const mask = 2 ** bits - 1
  const keys = new Float64Array(mask + 1)
  const numbers = new Int32Array(mask + 1)
  let size = 0

  const slotOf = (key: number): number => {
    let slot = (Math.imul(key >>> 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / 2 ** 32) + 1, 0x85ebca6b)) >>> (32 - bits)
    while (numbers[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
  return {
    get size() {
      return size
    },
    find: (key) => (numbers[slotOf(key)] ?? 0) - 1,
    put: (key) => {
      const slot = slotOf(key)
      if (numbers[slot] === 0 && size < room) {
        keys[slot] = key
        numbers[slot] = ++size
      }
      return (numbers[slot] ?? 0) - 1
    },
  }
}
