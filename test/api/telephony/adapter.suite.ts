import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallNews, CallQuestion } from '../../../api/telephony/call-events.types.ts'
import type { Placed } from '../../../api/telephony/outcomes.types.ts'
import type { Step } from '../../../api/telephony/steps.types.ts'
import { softphoneKinds, type Telephony } from '../../../api/telephony/telephony.port.ts'
import type { IncomingText, TextNews } from '../../../api/telephony/text-events.types.ts'

/** Everything an adapter's listeners got, oldest first. */
export interface Told {
  questions: CallQuestion[]
  news: CallNews[]
  texts: IncomingText[]
  textNews: TextNews[]
}

/** The world outside an adapter: citizens' telephones, softphones, and the moods of its carrier. Legs are named by the carrier's id. */
export interface AdapterWorld {
  telephony: Telephony
  told: Told
  /** What is answered to questions; nothing at first. May throw: then the carrier gets no answer. */
  answer: (question: CallQuestion) => readonly Step[]
  /** A line of the hotline, E.164. */
  line: string
  /** Lets the carrier's time pass. */
  pass(ms: number): Promise<void>
  dial(from: string): Promise<string>
  press(leg: string, keys: string): Promise<void>
  say(leg: string, text: string): Promise<void>
  hangUp(leg: string): Promise<void>
  /** What was heard on a leg: words, and addresses of sounds. */
  heard(leg: string): string[]
  /** How a citizen's telephone behaves when it rings. */
  phone(number: string, behavior: 'answers' | 'declines' | 'never'): void
  /** A citizen texts, with pictures of these types. */
  text(from: string, body: string, pictures?: string[]): Promise<void>
  /** Texts that arrived at a number. */
  inbox(number: string): string[]
  /** A citizen told the carrier to stop. */
  stopTexts(number: string): void
  /** A browser of a member of staff that picks up when asked to; answers its ringing leg, and how to pick it up. */
  softphone(staffId: string, token: string): Promise<{ leg: () => string; accept: () => Promise<void> }>
  /** What the next command meets: a carrier too busy to take it, or one whose answer is lost. */
  meet(trouble: 'busy' | 'silence'): void
  /** The next transcription that is started fails. */
  deafen(): void
  /** Every piece of news is delivered twice from now on. */
  repeatNews(): void
  /** An address at which there is a sound. */
  soundUrl: string
  /** A request to the adapter's own routes. */
  request(path: string, init: RequestInit): Promise<Response>
  close(): Promise<void>
}

const citizen = '+8613800010001'

/**
 * What every adapter must do, whatever its carrier speaks: each command with each outcome, each question and each piece of news in,
 * each step out. An adapter brings its world; nothing here knows a carrier's words.
 */
export const adapterSuite = (name: string, start: () => Promise<AdapterWorld>) =>
  describe(`the carrier port: ${name}`, () => {
    let world: AdapterWorld
    beforeAll(async () => {
      world = await start()
    })
    afterAll(() => world.close())
    beforeEach(() => {
      for (const list of Object.values(world.told)) list.length = 0
      world.answer = () => []
    })

    const kinds = () => world.told.news.map(({ kind }) => kind)
    const questions = () => world.told.questions.map(({ kind }) => kind)
    const newsOf = <Kind extends CallNews['kind']>(kind: Kind) =>
      world.told.news.filter((one): one is Extract<CallNews, { kind: Kind }> => one.kind === kind)
    /** Answers questions of these kinds with steps, and everything else with nothing. */
    const answers = (steps: Partial<Record<CallQuestion['kind'], readonly Step[]>>) => {
      world.answer = ({ kind }) => steps[kind] ?? []
    }
    const refOf = (placed: Placed) => {
      if (!('ref' in placed)) throw new Error(`not placed: ${JSON.stringify(placed)}`)
      return placed.ref
    }
    const inRoom = (room: string, endsRoom: boolean): Step => ({
      do: 'joinRoom',
      room,
      label: 'citizen',
      startsRoom: false,
      endsRoom,
      recorded: true,
    })
    /** A citizen and an agent who talk in a room of their own, transcribed and recorded. */
    const talk = async (room: string, offerId: string, ends: { citizen: boolean; agent: boolean }) => {
      answers({
        incoming: [
          { do: 'say', language: 'zh', text: '本次通话将被录音。' },
          { do: 'transcribe', language: 'zh' },
          inRoom(room, ends.citizen),
        ],
      })
      const { token } = world.telephony.softphone('stf_1', 3_600)
      const phone = await world.softphone('stf_1', token)
      const leg = await world.dial(citizen)
      await world.pass(1_000)
      const added = await world.telephony.addLeg(room, {
        from: world.line,
        staffId: 'stf_1',
        label: `agent:${offerId}`,
        owner: { offerId },
        ringSeconds: 15,
        startsRoom: true,
        endsRoom: ends.agent,
        recorded: true,
      })
      await world.pass(1_000)
      await phone.accept()
      await world.pass(2_000)
      refOf(await world.telephony.transcribe(refOf(added), 'zh'))
      return { leg, agentLeg: refOf(added), roomRef: newsOf('roomStarted')[0]?.roomRef ?? '' }
    }

    describe('texts', () => {
      const text = (to: string, messageId = 'msg_1') => ({ from: world.line, to, body: '您好', messageId })

      it('go out, and what became of them comes back under our own id', async () => {
        const ref = refOf(await world.telephony.sendText(text('+8613800020001', 'msg_7')))
        await world.pass(10_000)
        expect(world.inbox('+8613800020001')).toEqual(['您好'])
        expect(world.told.textNews.at(-1)).toMatchObject({ ref, messageId: 'msg_7', status: 'delivered', reason: null })
      })

      it('that the carrier is too busy for may be sent later', async () => {
        world.meet('busy')
        expect(await world.telephony.sendText(text('+8613800020002'))).toMatchObject({ later: true })
      })

      it('whose answer was lost are unknown, and found in the carrier’s list', async () => {
        world.meet('silence')
        expect(await world.telephony.sendText(text('+8613800020003'))).toMatchObject({ unknown: true })
        refOf(await world.telephony.sendText(text('+8613800020004')))
        expect(await world.telephony.textsTo('+8613800020004', world.line)).toMatchObject([
          { body: '您好', takenAt: expect.any(Date), errorCode: null, reason: null },
        ])
        expect(await world.telephony.textsTo('+8613800020009', world.line)).toEqual([])
      })

      it('are refused to whoever told the carrier to stop, and from a number that is none of ours', async () => {
        world.stopTexts('+8613800020005')
        expect(await world.telephony.sendText(text('+8613800020005'))).toMatchObject({
          refused: 'stoppedByReceiver',
          code: expect.any(String),
        })
        expect(await world.telephony.sendText({ ...text('+8613800020006'), from: '+15005550006' })).toMatchObject({
          refused: 'other',
        })
      })

      it('come in with their pictures, which are fetched from the carrier only', async () => {
        await world.text('+8613800020007', '路灯坏了 🚨', ['image/png'])
        const [got] = world.told.texts
        expect(got).toMatchObject({
          from: '+8613800020007',
          to: world.line,
          body: '路灯坏了 🚨',
          optOut: null,
          media: [{ contentType: 'image/png' }],
        })
        expect(await world.telephony.fetchMedia(got?.media[0]?.url ?? '')).toMatchObject({
          contentType: 'image/png',
          bytes: expect.any(Uint8Array),
        })
        expect(await world.telephony.fetchMedia('http://169.254.169.254/latest')).toHaveProperty('refused')
      })
    })

    describe('a call', () => {
      it('asks what comes next when it arrives; what is said is heard, and it ends when no step is left', async () => {
        answers({
          incoming: [
            { do: 'say', language: 'zh', text: '您好' },
            { do: 'pause', seconds: 1 },
            { do: 'play', url: world.soundUrl },
            { do: 'say', language: 'en', text: 'Hello' },
          ],
        })
        const leg = await world.dial(citizen)
        await world.pass(10_000)
        expect(world.told.questions).toEqual([{ kind: 'incoming', call: leg, from: citizen, to: world.line }])
        expect(world.heard(leg)).toEqual(['您好', world.soundUrl, 'Hello'])
        expect(newsOf('legStatus')).toMatchObject([{ leg, status: 'hungUp', owner: null, at: expect.any(Date) }])
      })

      it('is hung up by a step', async () => {
        answers({ incoming: [{ do: 'hangUp' }, { do: 'say', language: 'zh', text: '不应听到' }] })
        const leg = await world.dial(citizen)
        await world.pass(2_000)
        expect(world.heard(leg)).not.toContain('不应听到')
        expect(newsOf('legStatus')).toMatchObject([{ leg, status: 'hungUp' }])
      })

      it('tells which key was pressed; where none is, the next step comes', async () => {
        const gather: Step = {
          do: 'gather',
          keys: 1,
          seconds: 3,
          meanwhile: [{ do: 'say', language: 'zh', text: '请按键' }],
        }
        answers({ incoming: [gather, { do: 'say', language: 'zh', text: '没有按键' }], keyPressed: [gather] })
        const leg = await world.dial(citizen)
        await world.pass(1_000)
        await world.press(leg, '2')
        await world.pass(1_000)
        expect(world.told.questions.at(-1)).toEqual({ kind: 'keyPressed', call: leg, keys: '2' })
        const other = await world.dial('+8613800010002')
        await world.pass(8_000)
        expect(world.heard(other)).toEqual(['请按键', '没有按键'])
      })

      it('waits in the queue, hears what is answered there, and leaves it by a step', async () => {
        let round = 0
        world.answer = ({ kind }) => {
          if (kind === 'incoming') return [{ do: 'enqueue', queue: 'hotline' }]
          if (kind !== 'waits') return []
          return ++round < 3 ? [{ do: 'say', language: 'zh', text: `第${round}轮` }] : [{ do: 'leaveQueue' }]
        }
        const leg = await world.dial(citizen)
        await world.pass(10_000)
        expect(world.heard(leg)).toEqual(['第1轮', '第2轮'])
        expect(questions()).toEqual(['incoming', 'waits', 'waits', 'waits', 'waitEnded'])
        expect(world.told.questions.at(-1)).toEqual({ kind: 'waitEnded', call: leg, how: 'left' })
      })

      it('that is hung up while it waits says so', async () => {
        answers({ incoming: [{ do: 'enqueue', queue: 'hotline' }], waits: [{ do: 'pause', seconds: 5 }] })
        const leg = await world.dial(citizen)
        await world.pass(1_000)
        await world.hangUp(leg)
        await world.pass(1_000)
        expect(world.told.questions.at(-1)).toEqual({ kind: 'waitEnded', call: leg, how: 'hungUp' })
      })

      it('is redirected out of the queue, and refused as gone when it has ended', async () => {
        answers({
          incoming: [{ do: 'enqueue', queue: 'hotline' }],
          waits: [{ do: 'pause', seconds: 5 }],
          goesOn: [{ do: 'pause', seconds: 60 }],
        })
        const leg = await world.dial(citizen)
        await world.pass(1_000)
        expect(await world.telephony.redirectCall(leg, { at: 'room', callId: 'cal_1' })).toEqual({ ref: leg })
        await world.pass(1_000)
        expect(world.told.questions).toContainEqual({ kind: 'waitEnded', call: leg, how: 'redirected' })
        expect(world.told.questions).toContainEqual({ kind: 'goesOn', place: { at: 'room', callId: 'cal_1' } })
        expect(await world.telephony.hangUp(leg)).toHaveProperty('ref')
        await world.pass(1_000)
        expect(await world.telephony.redirectCall(leg, { at: 'queue', callId: 'cal_1' })).toMatchObject({
          refused: 'gone',
        })
      })

      it('goes on at each place', async () => {
        const places = [
          { at: 'room', callId: 'cal_1' },
          { at: 'outbound', callId: 'cal_1' },
          { at: 'queue', callId: 'cal_1' },
          { at: 'hold' },
          { at: 'roomWait' },
        ] as const
        for (const place of places) {
          world.told.questions.length = 0
          answers({ incoming: [{ do: 'goOn', place }], goesOn: [{ do: 'hangUp' }] })
          await world.dial(citizen)
          await world.pass(1_000)
          expect(world.told.questions.at(-1)).toEqual({ kind: 'goesOn', place })
        }
      })

      it('leaves a message after the tone, which is told twice: left, and ready to be fetched', async () => {
        answers({ incoming: [{ do: 'record', seconds: 30, finishKey: '#' }], voicemailLeft: [{ do: 'hangUp' }] })
        const leg = await world.dial(citizen)
        await world.pass(1_000)
        await world.say(leg, '我要反映一个问题')
        await world.pass(3_000)
        await world.press(leg, '#')
        await world.pass(60_000)
        const left = world.told.questions.find(({ kind }) => kind === 'voicemailLeft')
        expect(left).toMatchObject({ call: leg, recording: { ref: expect.any(String), seconds: expect.any(Number) } })
        const ready = newsOf('recordingChanged').find(({ state }) => state === 'completed')
        expect(ready).toMatchObject({ voicemail: true, leg, roomRef: null })
        expect(left?.kind === 'voicemailLeft' && left.recording?.ref).toBe(ready?.ref)
        expect(await world.telephony.messagesLeft(leg)).toMatchObject([{ ref: ready?.ref, seconds: ready?.seconds }])
        expect(await world.telephony.messagesLeft(`${leg.slice(0, -4)}0000`)).toEqual([])
      })

      it('whose steps could not be had hears what the carrier holds for that', async () => {
        world.answer = () => {
          throw new Error('no answer')
        }
        const leg = await world.dial(citizen)
        await world.pass(60_000)
        expect(world.heard(leg).join(' ')).toContain('110')
        expect(await world.telephony.statusOf(leg)).toEqual({ status: 'hungUp' })
      })

      it('writes down what its party says, in each language, and nothing that is announced to it', async () => {
        for (const language of ['zh', 'en'] as const) {
          world.told.news.length = 0
          answers({
            incoming: [
              { do: 'transcribe', language },
              { do: 'say', language, text: language === 'zh' ? '请稍候' : 'Please hold' },
              { do: 'pause', seconds: 20 },
            ],
          })
          const leg = await world.dial(citizen)
          await world.pass(3_000)
          await world.say(leg, '路灯坏了')
          await world.pass(2_000)
          expect(newsOf('transcriptFailed')).toEqual([])
          expect(newsOf('said')).toMatchObject([{ leg, text: '路灯坏了' }])
          await world.hangUp(leg)
        }
      })

      it('of which nothing can be written down says so', async () => {
        world.deafen()
        answers({
          incoming: [
            { do: 'transcribe', language: 'zh' },
            { do: 'pause', seconds: 5 },
          ],
        })
        const leg = await world.dial(citizen)
        await world.pass(3_000)
        expect(newsOf('transcriptFailed')).toMatchObject([
          { leg, code: expect.any(String), message: expect.any(String) },
        ])
      })

      it('is asked about: on the line, over, never there', async () => {
        answers({ incoming: [{ do: 'pause', seconds: 5 }] })
        const leg = await world.dial(citizen)
        await world.pass(1_000)
        expect(await world.telephony.statusOf(leg)).toEqual({ status: 'talking' })
        await world.pass(10_000)
        expect(await world.telephony.statusOf(leg)).toEqual({ status: 'hungUp' })
        expect(await world.telephony.statusOf(`${leg.slice(0, -4)}0000`)).toEqual({ status: 'failed' })
      })
    })

    describe('a citizen who is rung', () => {
      const ring = (to: string) =>
        world.telephony.placeCall({
          from: world.line,
          to,
          place: { at: 'outbound', callId: 'cal_9' },
          owner: { callId: 'cal_9' },
          ringSeconds: 10,
        })

      it('goes on at the place when they answer; the leg is told with what it stands for', async () => {
        world.phone('+8613800030001', 'answers')
        answers({ goesOn: [{ do: 'say', language: 'zh', text: '这里是12345' }] })
        const leg = refOf(await ring('+8613800030001'))
        await world.pass(10_000)
        expect(world.told.questions).toEqual([{ kind: 'goesOn', place: { at: 'outbound', callId: 'cal_9' } }])
        expect(world.heard(leg)).toEqual(['这里是12345'])
        const told = newsOf('legStatus').filter((news) => news.leg === leg)
        expect(told.map(({ status }) => status)).toEqual(expect.arrayContaining(['ringing', 'talking', 'hungUp']))
        expect(new Set(told.map(({ owner }) => JSON.stringify(owner)))).toEqual(new Set(['{"callId":"cal_9"}']))
      })

      it.each([
        ['declines', 'declined'],
        ['never', 'unanswered'],
      ] as const)('and %s is told as %s', async (behavior, status) => {
        world.phone('+8613800030002', behavior)
        refOf(await ring('+8613800030002'))
        await world.pass(30_000)
        expect(newsOf('legStatus').at(-1)).toMatchObject({ status, owner: { callId: 'cal_9' } })
      })
    })

    describe('a room', () => {
      it('tells who comes, what is said, held and muted, who goes, and its recording', async () => {
        const { leg, agentLeg, roomRef } = await talk('room-a', 'ofr_1', { citizen: true, agent: false })
        expect(newsOf('joined').map(({ leg: who, label, room }) => [who, label, room])).toEqual(
          expect.arrayContaining([
            [leg, 'citizen', 'room-a'],
            [agentLeg, 'agent:ofr_1', 'room-a'],
          ]),
        )
        expect(newsOf('roomStarted')).toMatchObject([{ room: 'room-a', at: expect.any(Date) }])

        await world.say(leg, '门口的路灯坏了')
        await world.pass(3_000)
        await world.say(agentLeg, '好的')
        await world.pass(3_000)
        expect(newsOf('said').map(({ leg: who, text }) => [who, text])).toEqual([
          [leg, '门口的路灯坏了'],
          [agentLeg, '好的'],
        ])

        for (const change of [{ hold: true }, { hold: false }])
          expect(await world.telephony.changeLeg(roomRef, leg, change)).toHaveProperty('ref')
        for (const change of [{ muted: true }, { muted: false }])
          expect(await world.telephony.changeLeg(roomRef, agentLeg, change)).toHaveProperty('ref')
        await world.pass(2_000)
        expect(newsOf('heldChanged').map((one) => [one.leg, one.held])).toEqual([
          [leg, true],
          [leg, false],
        ])
        expect(newsOf('mutedChanged').map((one) => [one.leg, one.muted])).toEqual([
          [agentLeg, true],
          [agentLeg, false],
        ])
        for (const [first, second] of [newsOf('heldChanged'), newsOf('mutedChanged')]) {
          expect(first?.group).toBe(second?.group)
          expect((first?.key ?? '') < (second?.key ?? '')).toBe(true)
        }
        expect(await world.telephony.changeLeg(roomRef, `${leg.slice(0, -4)}0000`, { muted: true })).toMatchObject({
          refused: 'gone',
        })

        await world.hangUp(leg)
        await world.pass(60_000)
        expect(newsOf('left').find((one) => one.leg === leg)).toMatchObject({ reason: 'hungUp' })
        expect(newsOf('roomEnded')).toMatchObject([{ byLeg: true }])
        expect(newsOf('legStatus')).toContainEqual(
          expect.objectContaining({ leg: agentLeg, status: 'hungUp', owner: { offerId: 'ofr_1' } }),
        )

        const recording = newsOf('recordingChanged').find(({ state }) => state === 'completed')
        expect(recording).toMatchObject({ voicemail: false, roomRef, seconds: expect.any(Number) })
        expect(await world.telephony.roomOf(roomRef)).toEqual({ room: 'room-a' })
        expect(await world.telephony.roomOf(`${roomRef.slice(0, -4)}0000`)).toEqual({ room: null })
        const ref = recording?.ref ?? ''
        expect(await world.telephony.fetchRecording(ref)).toMatchObject({ bytes: expect.any(Uint8Array) })
        expect(await world.telephony.deleteRecording(ref)).toHaveProperty('ref')
        expect(await world.telephony.deleteRecording(ref)).toMatchObject({ refused: 'gone' })
      })

      it('that a leg ends by leaving lets the others go on where they came from', async () => {
        const { leg, agentLeg } = await talk('room-b', 'ofr_2', { citizen: false, agent: true })
        await world.hangUp(agentLeg)
        await world.pass(2_000)
        expect(newsOf('roomEnded')).toMatchObject([{ room: 'room-b', byLeg: true }])
        expect(world.told.questions.at(-1)).toEqual({ kind: 'leftRoom', call: leg })
      })

      it('whose softphone nobody picks up is told of the leg by its offer', async () => {
        const { token } = world.telephony.softphone('stf_2', 3_600)
        await world.softphone('stf_2', token)
        refOf(
          await world.telephony.addLeg('room-c', {
            from: world.line,
            staffId: 'stf_2',
            label: 'agent:ofr_3',
            owner: { offerId: 'ofr_3' },
            ringSeconds: 5,
            startsRoom: true,
            endsRoom: false,
            recorded: true,
          }),
        )
        await world.pass(20_000)
        expect(newsOf('legStatus').at(-1)).toMatchObject({ status: 'unanswered', owner: { offerId: 'ofr_3' } })
      })
    })

    it('gives the console what its softphone needs', () => {
      const access = world.telephony.softphone('stf_1', 600)
      expect(softphoneKinds).toContain(access.kind)
      expect(access.token).not.toBe('')
      for (const host of [...world.telephony.pageHosts.connect, ...world.telephony.pageHosts.media])
        expect(new URL(host).origin === host || host.startsWith('wss://')).toBe(true)
    })

    it('refuses what the carrier did not send', async () => {
      const { webhookPath } = world.telephony
      for (const path of [webhookPath, `${webhookPath}/anything`, `${webhookPath}/voice/incoming`]) {
        const answer = await world.request(path, {
          method: 'POST',
          body: '',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        })
        expect([path, answer.status]).toEqual([path, 403])
      }
      expect(world.told.questions).toEqual([])
    })

    // Last, for it stays so.
    it('gives news that comes twice the same key', async () => {
      world.repeatNews()
      answers({ incoming: [{ do: 'hangUp' }] })
      await world.dial(citizen)
      await world.pass(10_000)
      const [first, second] = newsOf('legStatus')
      expect(second?.key).toBe(first?.key)
      expect(kinds()).toHaveLength(2)
    })
  })
