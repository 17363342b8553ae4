import { describe, expect, it } from 'vitest'
import { createHashLine } from '../../../../api/access/sign-in/hash-line.ts'

const stranger = (address: string) => ({ address, known: false })
const friend = { address: '10.0.0.1', known: true }

/** Everybody who came, in the order in which their turn came. */
const opened = () => {
  const line = createHashLine()
  const turns: string[] = []
  const leaving: (() => void)[] = []
  const refused: string[] = []
  const come = (name: string, who: { address: string; known: boolean }) =>
    line.enter(who).then(
      (leave) => {
        turns.push(name)
        leaving.push(leave)
      },
      () => refused.push(name),
    )
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { come, turns, refused, settle, leave: () => leaving.shift()?.() }
}

describe('the line before the hashing threads', () => {
  it('serves two at once, keeps few waiting, and refuses the rest at once', async () => {
    const { come, turns, refused, settle, leave } = opened()
    for (let at = 0; at < 200; at++) void come(`${at}`, stranger(`203.0.113.${at}`))
    await settle()
    expect(turns).toHaveLength(2)
    expect(refused).toHaveLength(190)
    leave()
    await settle()
    expect(turns).toHaveLength(3)
  })

  it('gives one address of strangers four places', async () => {
    const { come, turns, refused, settle } = opened()
    for (let at = 0; at < 10; at++) void come(`flood ${at}`, stranger('203.0.113.7'))
    void come('another', stranger('203.0.113.8'))
    await settle()
    expect([turns.length, refused.length]).toEqual([2, 6])
    expect(refused).not.toContain('another')
  })

  it('serves those who are known before strangers, however many wait', async () => {
    const { come, turns, refused, settle, leave } = opened()
    for (let at = 0; at < 30; at++) void come(`stranger ${at}`, stranger(`203.0.113.${at}`))
    void come('known', friend)
    await settle()
    expect(refused).not.toContain('known')
    leave()
    await settle()
    expect(turns.at(-1)).toBe('known')
  })

  it('frees a place when somebody leaves', async () => {
    const { come, turns, settle, leave } = opened()
    for (let round = 0; round < 50; round++) {
      void come(`${round}`, stranger('203.0.113.7'))
      await settle()
      leave()
    }
    expect(turns).toHaveLength(50)
  })
})
