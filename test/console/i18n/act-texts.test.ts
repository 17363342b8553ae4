// oxlint-disable yixian/console-imports-types -- a test, not the console: it compares the acts with the dictionaries
import { describe, expect, it } from 'vitest'
import { actList } from '../../../api/tickets/life/acts/acts.ts'
import { en } from '../../../console/i18n/en/index.ts'
import { zhCN } from '../../../console/i18n/zh-CN/index.ts'

describe.each<[string, Readonly<Record<string, string>>]>([
  ['zh-CN', zhCN],
  ['en', en],
])('the texts of the acts, %s', (_, texts) => {
  it.each(actList)(
    '$action: its name, what it is called once done, each label, each line of help and each choice',
    (act) => {
      const keys = Object.entries(act.fields).flatMap(([name, field]) => [
        `form.${act.action}.${name}`,
        ...('hint' in field ? [`form.${act.action}.${name}.hint`] : []),
        ...(field.kind === 'choice' ? field.options.map((option: string) => `${field.words}.${option}`) : []),
      ])
      expect([`action.${act.action}`, `done.${act.action}`, ...keys].filter((key) => !texts[key]?.trim())).toEqual([])
    },
  )
  it('are of acts and fields that exist', () => {
    const known = actList.flatMap((act) => [
      `action.${act.action}`,
      `done.${act.action}`,
      ...Object.keys(act.fields).flatMap((name) => [`form.${act.action}.${name}`, `form.${act.action}.${name}.hint`]),
    ])
    expect(Object.keys(texts).filter((key) => /^(?:action|done|form)\./.test(key) && !known.includes(key))).toEqual([])
  })
})
