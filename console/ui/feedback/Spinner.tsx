/** A turning ring the size of the text; the words beside it say what is going on. */
export const Spinner = (props: { class?: string }) => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden="true"
    class={`size-4 shrink-0 animate-[turn_0.8s_linear_infinite] ${props.class ?? ''}`}
  >
    <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-opacity="0.25" stroke-width="2" />
    <path d="M8 1.5a6.5 6.5 0 0 1 6.5 6.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
  </svg>
)
