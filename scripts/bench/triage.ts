import { readFile } from 'node:fs/promises'
import { createTriage } from '../../api/triage/triage.ts'
import type { TrainingExample } from '../../api/triage/triage.types.ts'
import type { TriageArea, TriageMatter } from '../../api/catalogue/teaching.types.ts'
import { matterLeaves } from '../sample-city/matters/index.ts'
import { units } from '../sample-city/units.ts'
import { groupBySimilarity } from './similar-groups.ts'

const folds = 4
const write = (line: string): void => void process.stdout.write(`${line}\n`)

const matters: TriageMatter[] = matterLeaves.map(
  ({ code, kind, urgency, route, unit, name, nameEn, examples, examplesEn }) => ({
    code,
    kind,
    urgency,
    route,
    unitId: unit,
    names: [name, nameEn],
    examples: [...examples, ...examplesEn],
  }),
)
const areas: TriageArea[] = units.flatMap(({ code, parent, level, name, nameEn, aliases }) =>
  level === 'district' || level === 'street'
    ? [{ unitId: code, level, parentId: parent, names: [name, nameEn, ...aliases] }]
    : [],
)

/** Figures of proposals against what is right: accuracy, top three, expected calibration error in ten bins, and what passes the threshold. */
const createScore = () => {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, right: 0 }))
  const sum = { n: 0, first: 0, three: 0, sure: 0, sureRight: 0 }
  return {
    add: (guesses: { code: string; confidence: number }[], right: string, confident: boolean): void => {
      const confidence = guesses[0]?.confidence ?? 0
      const hit = guesses[0]?.code === right
      const bin = bins[Math.min(9, Math.floor(confidence * 10))]
      if (bin) {
        bin.n++
        bin.said += confidence
        if (hit) bin.right++
      }
      sum.n++
      if (hit) sum.first++
      if (guesses.some(({ code }) => code === right)) sum.three++
      if (confident) sum.sure++
      if (confident && hit) sum.sureRight++
    },
    tell: (name: string): void => {
      const part = (n: number, of = sum.n): string => `${((100 * n) / Math.max(1, of)).toFixed(1)} %`
      const error = bins.reduce((total, { said, right }) => total + Math.abs(said - right), 0)
      write(
        `${name}: ${sum.n} texts, first ${part(sum.first)}, top three ${part(sum.three)}, calibration error ${part(error)}, confident ${part(sum.sure)} of which right ${part(sum.sureRight, sum.sure)}`,
      )
    },
  }
}

/** Every example sentence of the sample catalogue, proposed by a triage that has not seen it. */
const catalogue = (): void => {
  const score = { zh: createScore(), en: createScore(), all: createScore() }
  for (let fold = 0; fold < folds; fold++) {
    const keep = (_: string, i: number): boolean => i % folds !== fold
    const triage = createTriage({
      matters: matters.map((m) => ({ ...m, examples: m.examples.filter(keep) })),
      areas,
      filed: [],
    })
    for (const { code, examples } of matters) {
      for (const text of examples.filter((_, i) => i % folds === fold)) {
        const proposal = triage.propose(text)
        for (const one of [score[proposal.language], score.all]) one.add(proposal.matters, code, proposal.confident)
      }
    }
  }
  score.zh.tell('sample catalogue, Chinese')
  score.en.tell('sample catalogue, English')
  score.all.tell('sample catalogue, both')
}

interface Row {
  text: string
  label: string
}
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'label' in value &&
  typeof value.label === 'string'

/** Labelled texts of a file (one JSON object per line with `text` and `label`): five folds, near-copies kept in one fold. */
const file = async (path: string): Promise<void> => {
  const rows = (await readFile(path, 'utf8')).split('\n').flatMap((line) => {
    const value: unknown = line.trim() === '' ? null : JSON.parse(line)
    return isRow(value) ? [value] : []
  })
  const groups = groupBySimilarity(rows.map((row) => row.text))
  const labels = [...new Set(rows.map((row) => row.label))]
  const bare: TriageMatter[] = labels.map((label) => ({
    code: label,
    kind: 'help',
    urgency: 'normal',
    route: 'unit',
    unitId: null,
    names: [label],
    examples: [],
  }))
  const score = createScore()
  for (let fold = 0; fold < 5; fold++) {
    const inFold = (i: number): boolean => (groups[i] ?? i) % 5 === fold
    const filed: TrainingExample[] = rows
      .filter((_, i) => !inFold(i))
      .map((row) => ({ text: row.text, matterCode: row.label }))
    const triage = createTriage({ matters: bare, areas: [], filed })
    rows.forEach((row, i) => {
      if (!inFold(i)) return
      const { matters: found, confident } = triage.propose(row.text)
      score.add(found, row.label, confident)
    })
  }
  score.tell(`${path.split('/').at(-1)}, ${labels.length} classes, ${new Set(groups).size} groups`)
}

/** Time of a proposal and of start-up. The long texts are examples strung together. */
const speed = (): void => {
  const sentences = matters.flatMap((matter) => matter.examples.map((text) => ({ text, matterCode: matter.code })))
  const pick = (i: number): TrainingExample => sentences[(i * 7919) % sentences.length] ?? { text: '', matterCode: '' }
  const texts = Array.from({ length: 1000 }, (_, i) =>
    i % 10 === 0
      ? Array.from({ length: 200 }, (_unused, j) => pick(i + j).text)
          .join('，')
          .slice(0, 2000)
      : pick(i).text,
  )
  const filed = Array.from({ length: 20_000 }, (_, i) => ({
    text: `${pick(i).text}。${pick(i * 31 + 7).text.slice(0, 20)}。${pick(i * 17 + 3).text.slice(0, 20)}`,
    matterCode: pick(i).matterCode,
  }))
  for (const [name, lessons] of [
    ['catalogue alone', []],
    ['catalogue and 20,000 filed texts', filed],
  ] as const) {
    const cpu = process.cpuUsage()
    const began = performance.now()
    const triage = createTriage({ matters, areas, filed: lessons })
    const used = process.cpuUsage(cpu)
    write(
      `start-up, ${name}: ${(performance.now() - began).toFixed(0)} ms (${((used.user + used.system) / 1000).toFixed(0)} ms of processor time)`,
    )
    for (const text of texts.slice(0, 200)) triage.propose(text)
    const times = texts
      .map((text) => {
        const from = performance.now()
        triage.propose(text)
        return performance.now() - from
      })
      .sort((a, b) => a - b)
    const at = (share: number): string =>
      (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(3)
    write(`a proposal, ${name}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms`)
    write(`memory: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB resident`)
  }
}

/** `npm run bench -- triage [labelled.jsonl …]`: how right, how honest and how fast the proposals are. */
export const run = async (args: string[]): Promise<void> => {
  catalogue()
  for (const path of args) await file(path)
  speed()
}
