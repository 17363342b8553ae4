import { screen, waitFor } from '@testing-library/dom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertWords } from '../../../console/threads/template.models.ts'
import { refused } from '../../support/fake-server.ts'
import { message, open, reply, send, templates } from './thread.scene.tsx'

const catalogue = {
  items: [
    { id: 'thanks', purpose: '感谢反映', purposeEn: 'Thanks', text: '感谢您的反映。' },
    {
      id: 'unitWillCall',
      purpose: '承办单位将联系',
      purposeEn: 'The unit will call',
      text: '您好，水务局将于{时间}与您联系。',
    },
  ],
  blanks: ['{时间}', '{电话}'],
}

describe.each(['zh-CN', 'en'] as const)('templates in the answer (%s)', (locale) => {
  const inAnswer = async () => {
    const shown = await open({ [templates]: () => catalogue }, { locale })
    const field = await reply(shown.t)
    await waitFor(() => expect(shown.server.bodies(templates)).toHaveLength(1))
    const name = (id: string) => {
      const one = catalogue.items.find((item) => item.id === id)
      return new RegExp((locale === 'en' ? one?.purposeEn : one?.purpose) ?? 'none')
    }
    return { ...shown, field, item: (id: string) => screen.findByRole('menuitem', { name: name(id) }) }
  }

  it('are put in at the cursor by keys alone, with nothing that was typed taken away, and are counted', async () => {
    const { user, field, t } = await inAnswer()
    await user.type(field, '甲乙')
    field.setSelectionRange(0, 1)
    await user.keyboard('{Alt>}p{/Alt}')
    const menu = await screen.findByRole('menu')
    await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true))
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(document.activeElement?.textContent).toContain(catalogue.items[0]?.text))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(field.value).toBe('甲感谢您的反映。乙'))
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(field.selectionStart, 'writing goes on after the words').toBe(8)
    expect(screen.getByText(t('threads.count', { length: 9, segments: 1 }))).toBeTruthy()
  })

  it('are chosen by button; what is left open is selected, and is not sent until it is filled in', async () => {
    const { user, field, t, server, item } = await inAnswer()
    server.answers[send] = () => message('m2', '', { direction: 'out' })
    await user.click(screen.getByRole('button', { name: t('threads.templates') }))
    await user.click(await item('unitWillCall'))
    await waitFor(() => expect(document.activeElement).toBe(field))
    await waitFor(() => expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('{时间}'))
    expect(screen.getByText(t('threads.blank', { blank: '{时间}' }))).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: new RegExp(t('threads.send')) }).disabled).toBe(true)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(server.bodies(send)).toEqual([])
    await user.paste('今天下午')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(server.bodies(send)).toEqual([{ body: '您好，水务局将于今天下午与您联系。' }]))
  })

  it('do not stand in the way of an answer when they cannot be read', async () => {
    const { user, t, server } = await open(
      { [templates]: () => refused(403, { code: 'auth.forbidden' }), [send]: () => message('m2', '好') },
      { locale },
    )
    await user.type(await reply(t), '好{Control>}{Enter}{/Control}')
    await waitFor(() => expect(server.bodies(send)).toEqual([{ body: '好' }]))
    await user.click(screen.getByRole('button', { name: t('threads.templates') }))
    await screen.findByText(t('threads.noTemplates'))
  })
})

it('whatever was typed is still there, in its order, with the words at the cursor', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: -5, max: 50 }), fc.string(), (typed, at, words) => {
      const { text, from, to } = insertWords(typed, at, words, ['{时间}'])
      const cursor = Math.min(Math.max(at, 0), typed.length)
      expect(text.slice(0, cursor) + text.slice(cursor + words.length)).toBe(typed)
      expect(text.slice(cursor, cursor + words.length)).toBe(words)
      expect([from, to]).toEqual([cursor + words.length, cursor + words.length])
    }),
  )
})
