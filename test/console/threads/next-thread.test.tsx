import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { sampleCitizen, sampleThread } from '../desk/desk.sample.ts'
import { message, open, reply, send, settle } from './thread.scene.tsx'

const two = {
  'GET /api/threads': () => ({
    items: [sampleThread(), sampleThread({ citizenId: 'c2', name: '王先生' })],
    next: null,
  }),
  'GET /api/threads/c2/messages': () => ({ items: [message('m9', '第二位')], next: null }),
  'GET /api/threads/c2/templates': () => ({ items: [], blanks: [] }),
  'GET /api/citizens/c2': () => ({ ...sampleCitizen, id: 'c2' }),
  'GET /api/citizens/c2/contacts': () => ({ items: [], next: null }),
  [settle]: () => ({ settled: 1 }),
  [send]: () => message('m2', '已安排', { direction: 'out' }),
}

describe('in the queue of those who wait', () => {
  it('the next conversation opens once one was answered, and the toast names who was', async () => {
    const { user, t, path } = await open(two)
    await screen.findByRole('button', { name: /王先生/ })
    await user.type(await reply(t), '已安排{Control>}{Enter}{/Control}')
    await waitFor(() => expect(path()).toBe('/threads?citizen=c2'))
    await screen.findByText('第二位')
    expect((await screen.findByText(t('threads.answered'))).parentElement?.textContent).toContain('李女士')
    expect((await reply(t)).value).toBe('')
  })

  it('or needs no answer', async () => {
    const { user, t, path } = await open(two)
    await screen.findByRole('button', { name: /王先生/ })
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: t('threads.settle') })
    await waitFor(() => expect(button.disabled).toBe(false))
    await user.click(button)
    await waitFor(() => expect(path()).toBe('/threads?citizen=c2'))
    expect((await screen.findByText(t('threads.settled'))).parentElement?.textContent).toContain('李女士')
  })

  it('the last one stays open', async () => {
    const { user, t, path } = await open({
      ...two,
      'GET /api/threads': () => ({ items: [sampleThread()], next: null }),
    })
    await screen.findByRole('button', { name: /李女士/ })
    await user.type(await reply(t), '已安排{Control>}{Enter}{/Control}')
    await screen.findByText(t('threads.answered'))
    expect(path()).toBe('/threads?citizen=c1')
  })
})

it('among all conversations nobody is moved on', async () => {
  const { user, t, path } = await open(two, { path: '/threads?all=1&citizen=c1' })
  await screen.findByRole('button', { name: /王先生/ })
  await user.type(await reply(t), '已安排{Control>}{Enter}{/Control}')
  await screen.findByText(t('threads.answered'))
  expect(path()).toBe('/threads?all=1&citizen=c1')
})
