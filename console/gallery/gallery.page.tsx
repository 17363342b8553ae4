import { For } from 'solid-js'
import { ControlsPart } from './ControlsPart.tsx'
import { PanelsPart } from './PanelsPart.tsx'
import { SignsPart } from './SignsPart.tsx'

/** Every component in both themes, side by side. For people who build pages; its words are samples. */
export const GalleryPage = () => (
  <div class="p-6 max-sm:p-3">
    <div class="grid gap-6 xl:grid-cols-2">
      <For each={['light', 'dark'] as const}>
        {(theme) => (
          <section data-theme={theme} aria-label={theme} class="rounded-lg bg-surface p-4 max-sm:p-2">
            <div class="grid items-start gap-4 md:grid-cols-2">
              <ControlsPart />
              <SignsPart />
              <PanelsPart />
            </div>
          </section>
        )}
      </For>
    </div>
  </div>
)
