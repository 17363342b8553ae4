import { splitProps, type JSX } from 'solid-js'
import { classes } from '../classes.ts'
import { Field, type FieldProps } from './Field.tsx'

/** A field for one line. */
export interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'tel' | 'email' | 'url' | 'number' | 'date' | 'datetime-local'
  inputClass?: string
  /** Anything else for the input itself: autocomplete, maxLength, inputMode, ref … */
  input?: JSX.InputHTMLAttributes<HTMLInputElement>
}

/** One line of text; `onChange` is called on each key. */
export const TextField = (props: TextFieldProps) => {
  const [own, field] = splitProps(props, ['value', 'onChange', 'type', 'inputClass', 'input'])
  return (
    <Field {...field}>
      {(ids) => (
        <input
          type={own.type ?? 'text'}
          {...own.input}
          {...ids()}
          value={own.value}
          onInput={(event) => own.onChange(event.currentTarget.value)}
          class={classes('control w-full px-2.5', own.inputClass)}
        />
      )}
    </Field>
  )
}
