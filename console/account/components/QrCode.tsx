import { encode } from 'uqr'

/** A text as a picture for a camera, drawn here: nobody else is told of it. Dark on light in either theme, for cameras want it so. */
export const QrCode = (props: { text: string; label: string }) => {
  const code = () => encode(props.text, { ecc: 'M', border: 4 })
  const path = () =>
    code()
      .data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
      .join('')
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${code().size} ${code().size}`}
      shape-rendering="crispEdges"
      class="size-48 shrink-0 rounded-md"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path()} fill="#000" />
    </svg>
  )
}
