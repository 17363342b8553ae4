import { For, type JSX } from 'solid-js'

/** A term and what holds for it. */
export interface Fact {
  term: string
  value: JSX.Element
}

/** Facts about one thing: term left, value right; on narrow places one above the other. */
export const DescriptionList = (props: { facts: readonly Fact[] }) => (
  <dl class="@container grid gap-y-2">
    <For each={props.facts}>
      {(fact) => (
        <div class="grid gap-x-4 @2xs:grid-cols-[5.5rem_1fr]">
          <dt class="text-muted">{fact.term}</dt>
          <dd class="min-w-0 wrap-anywhere">{fact.value}</dd>
        </div>
      )}
    </For>
  </dl>
)
