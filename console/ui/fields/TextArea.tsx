import { splitProps, type JSX } from 'solid-js'
import { classes } from '../classes.ts'
import { Field, type FieldProps } from './Field.tsx'

/** A field for running text, which grows with it. */
export interface TextAreaProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  /** Lines shown at least; it grows with the text up to `maxRows`, then scrolls. */
  rows?: number
  maxRows?: number
  inputClass?: string
  input?: JSX.TextareaHTMLAttributes<HTMLTextAreaElement>
}

/**
 * Several lines, growing with what is written: a hidden twin of the text gives the height, so nothing is measured. The row may be lower than
 * its text, which scrolls then: else it would lie over what follows.
 */
export const TextArea = (props: TextAreaProps) => {
  const [own, field] = splitProps(props, ['value', 'onChange', 'rows', 'maxRows', 'inputClass', 'input'])
  const lines = (count: number) => `calc(${count} * 1.5em + 14px)`
  const text = 'col-start-1 row-start-1 w-full px-2.5 py-1.5 leading-[1.5em] whitespace-pre-wrap wrap-anywhere'
  return (
    <Field {...field}>
      {(ids) => (
        <div
          class="grid grid-rows-[minmax(0,1fr)]"
          style={{ 'max-height': lines(own.maxRows ?? 14), 'min-height': lines(own.rows ?? 3) }}
        >
          <div
            aria-hidden="true"
            class={classes(
              text,
              'invisible max-h-full overflow-hidden border border-transparent text-[length:inherit]',
            )}
          >
            {`${own.value}\n`}
          </div>
          <textarea
            rows={1}
            {...own.input}
            {...ids()}
            value={own.value}
            onInput={(event) => own.onChange(event.currentTarget.value)}
            class={classes('control resize-none overflow-y-auto', text, own.inputClass)}
          />
        </div>
      )}
    </Field>
  )
}
