import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { createSignal, Show } from 'solid-js'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FileValue } from '../../../../console/tickets/action-values.ts'
import { FilesField } from '../../../../console/tickets/act/FilesField.tsx'
import { show } from '../../../support/screen.tsx'

/** A request that goes as far as the test lets it. */
class SlowRequest extends EventTarget {
  static sent: SlowRequest[] = []
  readonly upload = new EventTarget()
  status = 0
  responseText = ''
  file: File | undefined
  address = ''
  open(method: string, address: string) {
    this.address = `${method} ${address}`
  }
  setRequestHeader() {}
  getResponseHeader = () => null
  send(body: FormData) {
    const file = body.get('file')
    if (file instanceof File) this.file = file
    SlowRequest.sent.push(this)
  }
  abort() {
    this.dispatchEvent(new Event('abort'))
  }
  progress(share: number) {
    this.upload.dispatchEvent(Object.assign(new Event('progress'), { lengthComputable: true, loaded: share, total: 1 }))
  }
  answer(status: number, body: unknown) {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.dispatchEvent(new Event('load'))
  }
}
const stored = (id: string, name: string, size: number) => ({
  id,
  name,
  size,
  contentType: 'image/jpeg',
  state: 'stored',
})

describe('files that go with an act', () => {
  beforeEach(() => {
    SlowRequest.sent = []
    vi.stubGlobal('XMLHttpRequest', SlowRequest)
  })
  const open = async () => {
    const [files, setFiles] = createSignal<readonly FileValue[]>([])
    const [isOpen, setOpen] = createSignal(true)
    const busy: boolean[] = []
    const shown = await show(() => (
      <Show when={isOpen()}>
        <FilesField label="附件" value={files()} onChange={setFiles} onBusy={(now) => busy.push(now)} />
      </Show>
    ))
    const choose = (...names: string[]) =>
      fireEvent.change(screen.getByLabelText('附件', { selector: 'input' }), {
        target: { files: names.map((name) => new File(['x'], name, { type: 'image/jpeg' })) },
      })
    /** The request that is under way, once it is the n-th. */
    const request = async (nth: number) => {
      await waitFor(() => expect(SlowRequest.sent).toHaveLength(nth))
      return SlowRequest.sent[nth - 1] ?? new SlowRequest()
    }
    return { ...shown, files, busy, choose, request, setOpen }
  }

  it('are sent at once, one after the other, with how far they are; the act waits as long', async () => {
    const { t, files, busy, choose, request } = await open()
    choose('a.jpg', 'b.jpg')
    const first = await request(1)
    expect([first.address, first.file?.name]).toEqual(['POST /api/attachments', 'a.jpg'])
    first.progress(0.42)
    const bar = screen.getByRole('progressbar', { name: t('files.uploading', { name: 'a.jpg' }) })
    expect(bar.getAttribute('aria-valuenow')).toBe('42')
    expect(busy.at(-1)).toBe(true)
    first.answer(201, stored('f1', 'a.jpg', 2048))
    ;(await request(2)).answer(201, stored('f2', 'b.jpg', 1))
    await waitFor(() => expect(files().map(({ id }) => id)).toEqual(['f1', 'f2']))
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(busy.at(-1)).toBe(false)
    expect(within(screen.getByRole('list', { name: '附件' })).getByText('2 KB')).toBeTruthy()
  })

  it('say what the server refused, and leave the others as they are', async () => {
    const { t, files, choose, request } = await open()
    choose('big.mp4', 'ok.jpg')
    ;(await request(1)).answer(413, { code: 'request.too-large', status: 413 })
    expect(await screen.findByText(t('files.failed', { name: 'big.mp4' }))).toBeTruthy()
    expect(screen.getByText(t('problem.request.too-large.next'))).toBeTruthy()
    ;(await request(2)).answer(201, stored('f2', 'ok.jpg', 10))
    await waitFor(() => expect(files().map(({ name }) => name)).toEqual(['ok.jpg']))
  })

  it('say that the line was lost', async () => {
    const { t, busy, choose, request } = await open()
    choose('a.jpg')
    ;(await request(1)).dispatchEvent(new Event('error'))
    expect(await screen.findByText(t('files.failed', { name: 'a.jpg' }))).toBeTruthy()
    expect(screen.getByText(t('problem.network.offline.next'))).toBeTruthy()
    expect(busy.at(-1)).toBe(false)
  })

  it('can be taken away again, and dropped in', async () => {
    const { user, t, files, request } = await open()
    const box = screen.getByRole('button', { name: t('files.add') })
    fireEvent.drop(box, { dataTransfer: { files: [new File(['x'], 'drop.jpg')] } })
    ;(await request(1)).answer(201, stored('f1', 'drop.jpg', 5))
    await user.click(await screen.findByRole('button', { name: t('files.remove', { name: 'drop.jpg' }) }))
    expect(files()).toEqual([])
  })

  it('are given up with the form, without a word', async () => {
    const { t, choose, request, setOpen } = await open()
    choose('a.jpg')
    const going = await request(1)
    const stopped = new Promise((resolve) => going.addEventListener('abort', resolve))
    setOpen(false)
    await stopped
    await Promise.resolve()
    expect(screen.queryByText(t('files.failed', { name: 'a.jpg' }))).toBeNull()
  })
})
