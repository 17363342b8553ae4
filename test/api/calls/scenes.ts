import type { CallsRig } from './rig.ts'

/** A citizen in the queue, with one agent at work, who is on a break. `from`: the citizen's number. */
export const queuedCall = async (rig: CallsRig, from?: string) => {
  const agent = await rig.softphone('agent1')
  await rig.calls.setPresence(agent.actor, 'break')
  const sid = await rig.dial(from)
  await rig.pass(2_000)
  return { agent, sid }
}

/** A citizen's call that rings at the one agent at work. `rings`: for how long by now, in ms. */
export const ringingCall = async (rig: CallsRig, rings = 2_000) => {
  const agent = await rig.softphone('agent1')
  const sid = await rig.dial()
  await rig.pass(rings)
  return { agent, sid }
}

/** A citizen and an agent who talk. `rings`, `talks`: how long the one lasted and the other lasts by now, in ms. */
export const talkingCall = async (rig: CallsRig, { rings = 2_000, talks = 1_000 } = {}) => {
  const { agent, sid } = await ringingCall(rig, rings)
  await agent.command('accept')
  await rig.pass(talks)
  return { agent, sid, id: (await rig.call(sid)).id }
}
